package dev.pintle.apply.fabric8.ready;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.values.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What watches have told and nobody has looked at yet. Of each object only its last state is kept,
 * so that a server that never stops telling fills no memory. Safe for use by several threads.
 */
final class WatchedChanges {

  private final Semaphore news = new Semaphore(0);
  private Map<ObjectRef, Optional<Table>> objects = new LinkedHashMap<>();
  private Map<WatchedKind, Optional<ApiException>> ends = new LinkedHashMap<>();

  /** Keeps how an object is now; null if it is gone. */
  synchronized void saw(ObjectRef object, Table now) {
    objects.put(object, Optional.ofNullable(now));
    wake();
  }

  /** Keeps that the watch of a kind is over. */
  synchronized void ended(WatchedKind kind, ApiException why) {
    ends.put(kind, Optional.ofNullable(why));
    wake();
  }

  /** Ends the waiting of whoever waits. */
  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** Waits for something to look at; false if there was nothing in that time. */
  boolean await(long nanos) throws InterruptedException {
    return news.tryAcquire(nanos, TimeUnit.NANOSECONDS);
  }

  /** The objects that have changed, for the last time. */
  synchronized Map<ObjectRef, Optional<Table>> takeObjects() {
    Map<ObjectRef, Optional<Table>> taken = objects;
    objects = new LinkedHashMap<>();
    return taken;
  }

  /** The kinds whose watch is over. */
  synchronized Map<WatchedKind, Optional<ApiException>> takeEnds() {
    Map<WatchedKind, Optional<ApiException>> taken = ends;
    ends = new LinkedHashMap<>();
    return taken;
  }
}
