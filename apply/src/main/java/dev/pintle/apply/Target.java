package dev.pintle.apply;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.release.Capabilities;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import java.util.Optional;

/**
 * What a release is to be rendered for: what its target can do, and what is there already.
 *
 * @param revision which revision comes next
 * @param capabilities what templates are to see as {@code .Capabilities}
 * @param current the last good revision, which an upgrade starts from, or null if there is none
 */
public record Target(
    String name, String namespace, int revision, Capabilities capabilities, ReleaseRecord current) {

  /** True if a release is there that would be upgraded. */
  public boolean isUpgrade() {
    return current != null;
  }

  /** The last good revision, if there is one. */
  public Optional<ReleaseRecord> deployed() {
    return Optional.ofNullable(current);
  }

  /**
   * Refuses a release that was rendered for another revision than the one that comes next.
   *
   * @throws ApplyException if it was
   */
  public static void requireRenderedFor(int next, Release release) {
    if (release.revision() > 0 && release.revision() != next) {
      throw new ApplyException(
          ApplyException.Reason.BUSY,
          "release "
              + release.name()
              + " was rendered as revision "
              + release.revision()
              + ", but revision "
              + next
              + " comes next: somebody else has changed it meanwhile");
    }
  }

  /**
   * Tells a request what it is rendered for. A release made from it is refused if the target has
   * got another revision meanwhile.
   */
  public ReleaseRequest.Builder prepare(ReleaseRequest.Builder request) {
    return request
        .name(name)
        .namespace(namespace)
        .revision(revision)
        .isUpgrade(isUpgrade())
        .capabilities(capabilities);
  }
}
