package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions.Force;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.apply.fabric8.ready.ObjectWatch;
import dev.pintle.apply.fabric8.ready.ReadinessRule;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.apply.history.StoredManifest;
import dev.pintle.chart.ChartFile;
import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Installs what is in {@code crds/}, file by file, and waits until the server knows the new kinds.
 * As with Helm this is done by a first install only, and nobody owns what it makes.
 */
final class Crds {

  private static final String KIND = "CustomResourceDefinition";
  private static final Duration ESTABLISHING = Duration.ofSeconds(60);

  private final Session session;

  Crds(Session session) {
    this.session = session;
  }

  /**
   * Installs the files.
   *
   * @param method how; the client leaves those alone that are there
   * @throws ApplyException with Helm's message if one is refused or is not established in time
   */
  void install(List<ChartFile> files, String releaseNamespace, Method method, Force force) {
    Sender sender = session.sender(method, force, DryRun.NONE, Map.of());
    List<TargetObject> made = new ArrayList<>();
    for (ChartFile file : files) {
      if (method == Method.CLIENT_SIDE && force.conflicts()) {
        throw failed(
            file,
            "invalid client create option(s): forceConflicts enabled when serverSideApply disabled",
            null);
      }
      made.addAll(install(file, releaseNamespace, sender));
    }
    awaitEstablished(made);
  }

  private List<TargetObject> install(ChartFile file, String releaseNamespace, Sender sender) {
    List<Resource> documents =
        StoredManifest.resources(file.text()).stream().map(each -> each.from(file.name())).toList();
    ReadObjects read = ReadObjects.of(documents, false);
    if (!read.faults().isEmpty()) {
      throw failed(file, read.complaint(), null);
    }
    if (read.objects().isEmpty()) {
      throw failed(file, "resources are empty", null);
    }
    TargetObjects objects = TargetObjects.find(read.objects(), session.types(), releaseNamespace);
    if (!objects.unknown().isEmpty()) {
      throw failed(file, TargetObjects.noMatch(objects.unknown().get(0)), null);
    }
    for (TargetObject object : objects.known()) {
      session.course().check();
      try {
        ObjectOutcome.Action action = sender.send(object, object.object().tree(), null).action();
        session.outcomes().add(ObjectOutcome.of(object.ref(), action, object.source()));
      } catch (SendException e) {
        if (!e.answer().map(ApiException::isExisting).orElse(false)) {
          throw failed(file, e.getMessage(), e);
        }
        session
            .outcomes()
            .add(ObjectOutcome.of(object.ref(), ObjectOutcome.Action.UNCHANGED, object.source()));
      }
    }
    return objects.known();
  }

  private static ApplyException failed(ChartFile file, String why, SendException cause) {
    String inChart = file.name().substring(Math.max(0, file.name().indexOf("crds/")));
    return Failures.of(Reason.REFUSED, "failed to install CRD " + inChart + ": " + why, cause);
  }

  /** Waits until the definitions among some objects are established. */
  void awaitEstablished(List<TargetObject> objects) {
    List<TargetObject> definitions =
        objects.stream().filter(object -> object.type().kind().equals(KIND)).toList();
    if (!definitions.isEmpty()) {
      ObjectWatch.Ending ending =
          session.await(definitions, ReadinessRule.READY, false, ESTABLISHING);
      String complaint = Session.complaint(ending, false);
      if (!complaint.isEmpty()) {
        throw new ApplyException(Reason.FAILED, complaint);
      }
      awaitDiscovery(definitions);
    }
  }

  /** A kind that is established is there, but the server tells of it a moment later only. */
  private void awaitDiscovery(List<TargetObject> definitions) {
    long giveUp = System.nanoTime() + session.course().within(ESTABLISHING).toNanos();
    session.types().forget();
    while (!definitions.stream().allMatch(this::isTold) && System.nanoTime() < giveUp) {
      session.course().pause(Duration.ofMillis(50));
      session.types().forget();
    }
  }

  private boolean isTold(TargetObject definition) {
    Table spec = Fields.table(definition.object().tree(), "spec");
    String kind = Fields.text(Fields.table(spec, "names"), "kind");
    return session.types().findInGroup(Fields.text(spec, "group"), kind).isPresent();
  }

  /** True if an object defines a kind. */
  static boolean isDefinition(ResourceType type) {
    return type.kind().equals(KIND);
  }
}
