package dev.pintle.apply.fabric8;

import dev.pintle.apply.Course;
import dev.pintle.apply.Readiness;
import dev.pintle.apply.Readiness.Status;
import dev.pintle.apply.Supervision;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.ready.ObjectStatus;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.StoredManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the objects of a revision are now. */
final class LiveReadiness {

  private LiveReadiness() {}

  static List<Readiness> of(Connection connection, ReleaseRecord record) {
    TargetObjects objects =
        TargetObjects.find(
            ReleaseObject.of(StoredManifest.resources(record.manifest())),
            connection.types(),
            record.namespace());
    Map<TargetObject, Readiness> found = new ConcurrentHashMap<>();
    try (Course course = new Course(Supervision.defaults())) {
      connection
          .workers()
          .each(
              objects.known(),
              course,
              object -> found.put(object, readiness(connection.api(), object)));
    }
    List<Readiness> all = new ArrayList<>();
    objects.known().forEach(object -> all.add(found.get(object)));
    objects
        .unknown()
        .forEach(
            object ->
                all.add(
                    new Readiness(
                        object.refIn(record.namespace()),
                        Status.NOT_FOUND,
                        "the server does not have this kind")));
    return all;
  }

  private static Readiness readiness(Api api, TargetObject object) {
    try {
      ObjectStatus status =
          ObjectStatus.of(api.send(ApiRequest.get(object.path())).body(), api.now());
      return new Readiness(object.ref(), status.status(), status.message());
    } catch (ApiException e) {
      Status status = e.isNotFound() ? Status.NOT_FOUND : Status.UNKNOWN;
      return new Readiness(object.ref(), status, e.getMessage());
    }
  }
}
