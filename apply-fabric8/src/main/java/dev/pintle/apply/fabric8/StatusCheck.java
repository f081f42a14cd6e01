package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Course;
import dev.pintle.apply.LiveStatus;
import dev.pintle.apply.ObjectForm;
import dev.pintle.apply.Readiness;
import dev.pintle.apply.Readiness.Status;
import dev.pintle.apply.Supervision;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.ready.ObjectStatus;
import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.StoredManifest;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks how the objects of a revision are now, and at the objects themselves if that is wanted. */
final class StatusCheck {

  private final Connection connection;
  private final ObjectForm form;

  StatusCheck(Connection connection, ObjectForm form) {
    this.connection = connection;
    this.form = form;
  }

  /**
   * Looks.
   *
   * @param hold who works on the release, or null
   * @throws ApplyException if objects are wanted of a kind that the server does not have
   * @throws ApiException if the server does not say which kinds it has
   */
  LiveStatus of(ReleaseRecord record, Hold hold) {
    TargetObjects objects =
        TargetObjects.find(
            ReleaseObject.of(StoredManifest.resources(record.manifest())),
            connection.types(),
            record.namespace());
    if (form != ObjectForm.NONE && !objects.unknown().isEmpty()) {
      throw Failures.of(Reason.NOT_FOUND, TargetObjects.noMatches(objects.unknown()), null);
    }
    Map<TargetObject, Seen> found = new ConcurrentHashMap<>();
    try (Course course = new Course(Supervision.defaults())) {
      connection.workers().each(objects.known(), course, object -> found.put(object, look(object)));
    }
    List<Readiness> readiness = new ArrayList<>();
    objects.known().forEach(object -> readiness.add(found.get(object).readiness()));
    objects.unknown().forEach(object -> readiness.add(unknown(object, record)));
    Map<String, List<Table>> resources = new LinkedHashMap<>();
    List<Diagnostic> warnings = new ArrayList<>();
    if (form != ObjectForm.NONE) {
      RelatedPods pods = new RelatedPods(connection, form);
      for (TargetObject object : objects.known()) {
        Table shown = found.get(object).shown();
        if (shown != null) {
          String kind = object.type().version() + "/" + object.type().kind();
          resources.computeIfAbsent(kind, first -> new ArrayList<>()).add(shown);
          pods.add(object, resources, warnings);
        }
      }
    }
    return new LiveStatus(record, hold, readiness, resources, warnings);
  }

  /**
   * What was found of an object.
   *
   * @param shown the object in the form that is wanted, or null if it is not to be had
   */
  private record Seen(Readiness readiness, Table shown) {}

  private Seen look(TargetObject object) {
    try {
      Table shown = connection.api().send(wanted(ApiRequest.get(object.path()), form)).body();
      ObjectStatus status = ObjectStatus.of(whole(shown), connection.api().now());
      return new Seen(new Readiness(object.ref(), status.status(), status.message()), shown);
    } catch (ApiException e) {
      Status status = e.isNotFound() ? Status.NOT_FOUND : Status.UNKNOWN;
      return new Seen(new Readiness(object.ref(), status, e.getMessage()), null);
    }
  }

  static ApiRequest wanted(ApiRequest request, ObjectForm form) {
    return form == ObjectForm.TABLE ? request.forTable() : request;
  }

  /** The object in a table of one row; the object itself if the server makes no tables of it. */
  private static Table whole(Table shown) {
    return Fields.text(shown, "kind").equals("Table")
        ? Fields.tables(shown, "rows").stream()
            .findFirst()
            .map(row -> Fields.table(row, "object"))
            .orElse(shown)
        : shown;
  }

  private static Readiness unknown(ReleaseObject object, ReleaseRecord record) {
    return new Readiness(
        object.refIn(record.namespace()), Status.NOT_FOUND, "the server does not have this kind");
  }
}
