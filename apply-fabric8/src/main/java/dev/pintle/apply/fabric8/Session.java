package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyOptions.Force;
import dev.pintle.apply.Course;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Readiness;
import dev.pintle.apply.Supervision;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiResources;
import dev.pintle.apply.fabric8.patch.OpenApiTypes;
import dev.pintle.apply.fabric8.ready.ObjectWatch;
import dev.pintle.apply.fabric8.ready.ReadinessRule;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the steps of one operation share. */
final class Session implements AutoCloseable {

  private final Api api;
  private final ApiResources types;
  private final OpenApiTypes openApi;
  private final Workers workers;
  private final Releases releases;
  private final Fabric8Settings settings;
  private final Course course;
  private final Outcomes outcomes;

  Session(Connection connection, Operation operation, Supervision supervision) {
    this.course = new Course(supervision);
    this.api = connection.api().checking(course::pause);
    this.types = connection.types().over(api);
    this.openApi = connection.openApi().over(api);
    this.workers = connection.workers();
    this.releases = connection.releases().heeding(course);
    this.settings = connection.settings();
    this.outcomes = new Outcomes(operation);
  }

  Api api() {
    return api;
  }

  ApiResources types() {
    return types;
  }

  Workers workers() {
    return workers;
  }

  Releases releases() {
    return releases;
  }

  Course course() {
    return course;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /** Whose objects are, seen from a release. */
  Ownership ownership(String release, String namespace) {
    return new Ownership(release, namespace, settings.fieldManager());
  }

  /** Deletes objects. */
  Deletion deletion() {
    return new Deletion(api);
  }

  /** Notes that something was not deleted, and why. */
  void tellLeft(TargetObject object, Deletion.Ending ending) {
    outcomes.warn(
        object.type().kind()
            + " "
            + GoQuotes.quote(object.name())
            + " in namespace "
            + GoQuotes.quote(object.namespace())
            + " is left alone: "
            + ending.why());
  }

  /** Sends objects by server-side apply. */
  Sender serverSide(boolean force, DryRun dryRun) {
    return new ServerSideSender(api, sending(force, dryRun));
  }

  /** Sends objects that are not there yet by either method. */
  Sender creating(Method method) {
    return sender(method, new Force(false, false, false), DryRun.NONE, Map.of());
  }

  /**
   * Sends objects by either method.
   *
   * @param originals what was wanted of objects before, without versions
   */
  Sender sender(Method method, Force force, DryRun dryRun, Map<ObjectRef, List<Table>> originals) {
    if (method == Method.SERVER_SIDE) {
      return serverSide(force.conflicts(), dryRun);
    }
    Sending sending = sending(false, dryRun);
    return new ClientSideSender(
        api,
        sending,
        force.replace()
            ? new ReplaceUpdate(api, sending)
            : new PatchUpdate(api, openApi, sending, originals));
  }

  private Sending sending(boolean force, DryRun dryRun) {
    return new Sending(settings.fieldManager(), force, dryRun, outcomes::warn);
  }

  /** Waits for objects to be ready, or done, or gone. */
  ObjectWatch.Ending await(
      Collection<TargetObject> objects, ReadinessRule rule, boolean untilGone, Duration longest) {
    try (ObjectWatch watch = new ObjectWatch(api, course, rule, untilGone)) {
      objects.forEach(object -> watch.add(object.type(), object.ref()));
      return watch.await(longest);
    }
  }

  /** What Helm says of objects that are not what they shall be; empty if all are. */
  static String complaint(ObjectWatch.Ending ending, boolean untilGone) {
    List<String> lines = new ArrayList<>();
    for (Readiness state : ending.states()) {
      boolean fine = untilGone ? state.status() == Readiness.Status.NOT_FOUND : state.isReady();
      if (!fine) {
        ObjectRef object = state.object();
        lines.add(
            "resource "
                + object.kind()
                + "/"
                + object.namespace()
                + "/"
                + object.name()
                + (untilGone ? " still exists" : " not ready")
                + ". status: "
                + state.status().kstatusName()
                + ", message: "
                + state.message());
      }
    }
    if (ending.timedOut()) {
      lines.add("context deadline exceeded");
    }
    return String.join("\n", lines);
  }

  /** The same where Helm does not say which objects these are. */
  static String legacyComplaint(ObjectWatch.Ending ending, boolean untilGone) {
    if (ending.timedOut() || untilGone) {
      return ending.timedOut() ? "context deadline exceeded" : "";
    }
    return ending.states().stream()
        .filter(state -> !state.isReady())
        .map(Readiness::message)
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    course.close();
  }
}
