package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Course;
import dev.pintle.apply.Progress;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStore;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.ReleaseStore.StaleException;
import dev.pintle.diagnostic.PintleException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The revision that an operation works on, held against all others: its hold is renewed until it is
 * finished. Whoever loses it is stopped. Safe for use by several threads.
 */
final class Claim implements AutoCloseable {

  private final Releases releases;
  private final ReleaseStore store;
  private final Course course;
  private final Duration holdFor;
  private final ScheduledFuture<?> beat;
  private Entry entry;
  private Hold hold;
  private ReleaseRecord record;
  private boolean finished;

  private Claim(Releases releases, Course course, Entry entry, Hold hold, ReleaseRecord record) {
    this.releases = releases;
    this.store = releases.store();
    this.course = course;
    this.holdFor = releases.holdFor();
    this.entry = entry;
    this.hold = hold;
    this.record = record;
    ScheduledExecutorService clock = releases.clock();
    long every = holdFor.toMillis() / 3;
    this.beat = clock.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
  }

  /**
   * Makes a new revision.
   *
   * @throws ApplyException if somebody else was faster
   */
  static Claim create(Releases releases, Course course, ReleaseRecord record) {
    Hold hold = releases.newHold();
    try {
      Entry entry = releases.store().create(record, hold);
      course.tell(recorded(record));
      return new Claim(releases, course, entry, hold, record);
    } catch (StaleException e) {
      throw lost(record, e);
    }
  }

  /**
   * Works on a revision that there is.
   *
   * @throws ApplyException if somebody else was faster
   */
  static Claim take(Releases releases, Course course, Entry known, ReleaseRecord record) {
    Hold hold = releases.newHold();
    try {
      Entry entry = releases.store().update(known, record, hold);
      course.tell(recorded(record));
      return new Claim(releases, course, entry, hold, record);
    } catch (StaleException e) {
      throw lost(record, e);
    }
  }

  private static Progress recorded(ReleaseRecord record) {
    return new Progress.Recorded(record.revision(), record.status(), record.info().description());
  }

  private static ApplyException lost(ReleaseRecord record, StaleException e) {
    return new ApplyException(
        Reason.BUSY,
        "revision "
            + record.revision()
            + " of release "
            + record.name()
            + " was written by somebody else meanwhile: "
            + e.getMessage());
  }

  /** The record as it was written last. */
  synchronized ReleaseRecord record() {
    return record;
  }

  /** Changes the record without writing it; the next write brings it along. */
  synchronized void note(ReleaseRecord changed) {
    record = changed;
  }

  /**
   * Writes the record, and goes on.
   *
   * @throws ApplyException if the claim is lost
   */
  synchronized void write(ReleaseRecord changed) {
    hold = hold.renewedUntil(store.now().plus(holdFor));
    put(store, changed, hold);
  }

  /**
   * Writes the record for the last time.
   *
   * @throws ApplyException if the claim is lost
   */
  synchronized void finish(ReleaseRecord changed) {
    beat.cancel(false);
    put(course.isStopped() ? releases.lastWord() : store, changed, null);
    finished = true;
    course.tell(recorded(changed));
  }

  /**
   * Deletes the revision, and with it the claim.
   *
   * @throws ApplyException if the claim is lost
   */
  synchronized void delete() {
    beat.cancel(false);
    finished = true;
    releases.delete(entry);
  }

  private void put(ReleaseStore to, ReleaseRecord changed, Hold newHold) {
    try {
      entry = to.update(entry, changed, newHold);
      record = changed;
    } catch (StaleException e) {
      ApplyException lost = lost(changed, e);
      course.stop(lost);
      throw lost;
    }
  }

  private synchronized void renew() {
    if (finished) {
      return;
    }
    try {
      Hold renewed = hold.renewedUntil(store.now().plus(holdFor));
      entry = store.renew(entry, renewed);
      hold = renewed;
    } catch (StaleException e) {
      course.stop(lost(record, e));
    } catch (ApiException | PintleException unreachable) {
      // The next beat may get through; if the hold runs out meanwhile, the next write tells.
    }
  }

  /** Renews no more. What is not finished is free once the hold has run out. */
  @Override
  public void close() {
    beat.cancel(false);
  }
}
