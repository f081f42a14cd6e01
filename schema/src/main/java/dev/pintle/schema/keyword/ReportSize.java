package dev.pintle.schema.keyword;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;

/**
 * How much memory the report of one validation takes: the errors that are held, then the tree and
 * the text that are made of them. Used by one thread.
 */
public final class ReportSize {

  private final long limit;
  private long bytes;

  /** An empty report. */
  public ReportSize(Limits limits) {
    this.limit = limits.of(Limit.SCHEMA_REPORT_BYTES);
  }

  /**
   * Counts what the report holds from now on.
   *
   * @throws LimitException if that is too much
   */
  public void add(long moreBytes) {
    bytes += moreBytes;
    if (bytes > limit) {
      throw new LimitException(
          Limit.SCHEMA_REPORT_BYTES,
          "what is wrong with the values takes more than " + limit + " bytes to tell");
    }
  }

  long bytes() {
    return bytes;
  }

  /** Forgets what came after there were that many bytes. */
  void cutBackTo(long earlierBytes) {
    bytes = earlierBytes;
  }
}
