package dev.pintle.apply;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseRecord.Method;

/** How objects are to be brought to their target: the values of {@code --server-side}. */
public enum ApplyMethod {
  /** As before: by the method of the revision that is followed or gone back to. */
  AUTO,
  /** The server is told what is wanted, and knows who wants what: {@code true}. */
  SERVER_SIDE,
  /** The client works out what to change, as Helm 3 does: {@code false}. */
  CLIENT_SIDE;

  /**
   * The method to use.
   *
   * @param previous the revision that is followed or gone back to; null for a first one, which is
   *     applied by the server
   */
  public Method after(ReleaseRecord previous) {
    return switch (this) {
      case SERVER_SIDE -> Method.SERVER_SIDE;
      case CLIENT_SIDE -> Method.CLIENT_SIDE;
      case AUTO -> previous == null ? Method.SERVER_SIDE : stated(previous.method());
    };
  }

  private static Method stated(Method method) {
    return method == Method.UNSAID ? Method.CLIENT_SIDE : method;
  }
}
