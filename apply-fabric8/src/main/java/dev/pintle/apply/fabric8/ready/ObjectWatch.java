package dev.pintle.apply.fabric8.ready;

import dev.pintle.apply.Course;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Progress;
import dev.pintle.apply.Readiness;
import dev.pintle.apply.Readiness.Status;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.values.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Waits until objects are what they shall be. It lists each kind once and then watches it; a watch
 * that ends is begun again from a new list. For one wait, by one thread.
 */
public final class ObjectWatch implements AutoCloseable {

  /** A pod's place in the queue counts as lost after a while, without any event. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Api api;
  private final Course course;
  private final ReadinessRule rule;
  private final boolean untilGone;
  private final Map<ObjectRef, Table> live = new LinkedHashMap<>();
  private final Map<ObjectRef, Readiness> states = new LinkedHashMap<>();
  private final Map<String, WatchedKind> kinds = new LinkedHashMap<>();
  private final WatchedChanges changes = new WatchedChanges();
  private List<Readiness> told = List.of();

  /**
   * How a wait ended.
   *
   * @param states each object as it was last seen, in the order in which they were added
   * @param timedOut whether the time was over first
   */
  public record Ending(List<Readiness> states, boolean timedOut) {

    /** The list is copied. */
    public Ending {
      states = List.copyOf(states);
    }
  }

  /**
   * A wait.
   *
   * @param untilGone whether the objects have to go
   */
  public ObjectWatch(Api api, Course course, ReadinessRule rule, boolean untilGone) {
    this.api = api;
    this.course = course;
    this.rule = rule;
    this.untilGone = untilGone;
  }

  /** Adds an object to wait for. */
  public void add(ResourceType type, ObjectRef object) {
    kinds
        .computeIfAbsent(
            type.apiVersion() + "/" + type.plural() + "/" + object.namespace(),
            key -> new WatchedKind(api, type, object.namespace()))
        .add(object);
    states.put(object, new Readiness(object, Status.UNKNOWN, ""));
  }

  /**
   * Waits until every object is done or has failed.
   *
   * @throws dev.pintle.apply.ApplyException if the operation is stopped
   * @throws ApiException if the server refuses to say
   */
  public Ending await(Duration longest) {
    long end = System.nanoTime() + course.within(longest).toNanos();
    course.whenStopped(changes::wake);
    kinds.values().forEach(this::begin);
    while (!pending().isEmpty()) {
      tell();
      long left = end - System.nanoTime();
      if (left <= 0) {
        return new Ending(List.copyOf(states.values()), true);
      }
      handle(Math.min(left, LOOK_AGAIN.toNanos()));
      course.check();
    }
    return new Ending(List.copyOf(states.values()), false);
  }

  private List<Readiness> pending() {
    return states.values().stream().filter(state -> !isDone(state)).toList();
  }

  private boolean isDone(Readiness state) {
    return untilGone
        ? state.status() == Status.NOT_FOUND
        : state.status() == Status.CURRENT || state.status() == Status.FAILED;
  }

  private void tell() {
    List<Readiness> now = pending();
    if (!now.equals(told)) {
      told = now;
      course.tell(new Progress.Waiting(now, states.size()));
    }
  }

  /** Lists a kind, and watches it if not all its objects are done. */
  private void begin(WatchedKind kind) {
    Map<ObjectRef, Table> found = kind.read();
    kind.objects().forEach(object -> see(object, found.get(object)));
    List<ObjectRef> waiting = pending().stream().map(Readiness::object).toList();
    if (kind.hasAnyOf(waiting)) {
      kind.watch(changes::saw, failure -> changes.ended(kind, failure));
    }
  }

  /** Who may not watch can still ask now and then, and so can those whose watch ends at once. */
  private void again(WatchedKind kind, ApiException failure) {
    if (failure != null && !failure.isGone() || !kind.hasWatchedFor(LEAST)) {
      course.pause(LEAST);
    }
    begin(kind);
  }

  private void see(ObjectRef object, Table now) {
    if (now == null) {
      live.remove(object);
      states.put(object, new Readiness(object, Status.NOT_FOUND, "Resource not found"));
    } else {
      live.put(object, now);
      judge(object, now);
    }
  }

  private void judge(ObjectRef object, Table now) {
    ObjectStatus status = rule.status(now, api.now());
    states.put(object, new Readiness(object, status.status(), status.message()));
  }

  private void handle(long nanos) {
    try {
      if (!changes.await(nanos)) {
        new ArrayList<>(live.entrySet()).forEach(each -> judge(each.getKey(), each.getValue()));
      }
      changes.takeObjects().forEach((object, now) -> see(object, now.orElse(null)));
      changes.takeEnds().forEach((kind, failure) -> again(kind, failure.orElse(null)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      course.pause(Duration.ZERO);
    }
  }

  /** Ends all watches. */
  @Override
  public void close() {
    kinds.values().forEach(WatchedKind::close);
  }
}
