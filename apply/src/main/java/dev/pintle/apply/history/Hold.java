package dev.pintle.apply.history;

import java.time.Instant;

/**
 * A claim on a release while somebody changes it. Its holder renews it; one that is not renewed in
 * time has lost its holder, and whoever comes next may take the release over. Times are the
 * store's, so that clocks of several machines need not agree.
 *
 * @param holder who works on the release: unique, and of use to a reader (machine, process)
 * @param since when it was first taken
 * @param until when it ends unless it is renewed
 */
public record Hold(String holder, Instant since, Instant until) {

  /** True if it has ended. */
  public boolean hasEnded(Instant now) {
    return !until.isAfter(now);
  }

  /** The same until later. */
  public Hold renewedUntil(Instant later) {
    return new Hold(holder, since, later);
  }
}
