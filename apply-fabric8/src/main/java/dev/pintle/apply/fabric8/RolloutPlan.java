package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a rollout is going to deal with, found out without changing anything.
 *
 * @param known the objects to apply, in install order
 * @param later objects whose kind the release itself defines
 * @param gone objects that the release had and has no more
 * @param owned what the release wanted of its objects before, without versions; several things of
 *     one if revisions have failed since it was good
 * @param live what was there before
 */
record RolloutPlan(
    List<TargetObject> known,
    List<ReleaseObject> later,
    List<TargetObject> gone,
    Map<ObjectRef, List<Table>> owned,
    LiveMetadata live) {

  /**
   * Finds it out.
   *
   * @throws ApplyException with Helm's message if the server does not have a kind, or does not let
   *     us look
   */
  static RolloutPlan of(Session session, List<Resource> wanted, String namespace, Base base) {
    Operation operation = session.outcomes().operation();
    TargetObjects objects =
        TargetObjects.find(objects(operation, wanted), session.types(), namespace);
    requireDefined(operation, objects);
    ObjectNames.require(operation, objects, namespace);
    return of(
        session,
        objects,
        namespace,
        base,
        all -> LiveMetadata.read(session.api(), session.workers(), session.course(), all));
  }

  /**
   * The objects of resources, before anything is known of the server.
   *
   * @throws ApplyException with Helm's message if a document is none
   */
  static List<ReleaseObject> objects(Operation operation, List<Resource> wanted) {
    ReadObjects read = ReadObjects.of(wanted, operation != Operation.ROLLBACK);
    if (!read.faults().isEmpty()) {
      throw new ApplyException(
          Reason.REFUSED, prefix(operation) + read.complaint(), read.faults(), null, null);
    }
    return read.objects();
  }

  private static String prefix(Operation operation) {
    return switch (operation) {
      case INSTALL -> "unable to build kubernetes objects from release manifest: ";
      case ROLLBACK -> "unable to build kubernetes objects from new release manifest: ";
      default -> "";
    };
  }

  /** The same with whole objects for what was there before, and with kinds that are nowhere. */
  static RolloutPlan whole(Session session, List<Resource> wanted, String namespace, Base base) {
    TargetObjects objects =
        TargetObjects.find(ReleaseObject.of(wanted), session.types(), namespace);
    return of(session, objects, namespace, base, all -> LiveMetadata.readWhole(session, all));
  }

  private static RolloutPlan of(
      Session session,
      TargetObjects objects,
      String namespace,
      Base base,
      Function<List<TargetObject>, LiveMetadata> read) {
    List<TargetObject> gone = new ArrayList<>();
    Set<ObjectRef> kept = new HashSet<>();
    objects.known().forEach(object -> kept.add(object.ref().withoutVersion()));
    objects.unknown().forEach(object -> kept.add(object.refIn(namespace).withoutVersion()));
    Map<ObjectRef, List<Table>> owned = new HashMap<>();
    for (TargetObject old : TargetObjects.findApplied(base.objects(), session.types(), namespace)) {
      ObjectRef ref = old.ref().withoutVersion();
      owned.computeIfAbsent(ref, key -> new ArrayList<>()).add(old.object().tree());
      if (kept.add(ref)) {
        gone.add(old);
      }
    }
    List<TargetObject> all = new ArrayList<>(objects.known());
    all.addAll(gone);
    return new RolloutPlan(objects.known(), objects.unknown(), gone, owned, read.apply(all));
  }

  /**
   * Refuses options that do not go together where objects are there already, and objects that
   * cannot be found because the server would have to name them.
   *
   * @throws ApplyException with Helm's message
   */
  void requireUpdatable(
      Operation operation, Method method, ApplyOptions.Force force, Ownership ownership) {
    for (TargetObject object : known) {
      if (operation != Operation.INSTALL && object.name().isEmpty()) {
        String message = "could not get information about the resource: " + TargetObjects.NAMELESS;
        throw new ApplyException(
            Reason.REFUSED,
            message,
            List.of(Diagnostic.of(Diagnostic.Kind.APPLY, message, object.object().position())),
            null,
            null);
      }
    }
    boolean updates = isUpdate(operation);
    if (updates && method == Method.SERVER_SIDE && force.replace()) {
      throw new ApplyException(
          Reason.REFUSED,
          "invalid operation: cannot use server-side apply and force replace together");
    }
    if (updates && method == Method.CLIENT_SIDE && force.conflicts()) {
      throw new ApplyException(
          Reason.REFUSED,
          "invalid client update option(s): forceConflicts enabled when serverSideApply disabled");
    }
    if (force.replace() && !force.ownership()) {
      requireReplaceable(operation, ownership);
    }
  }

  /** True if objects that are there are changed: an install may find some that are its own. */
  boolean isUpdate(Operation operation) {
    return operation != Operation.INSTALL
        || known.stream().anyMatch(object -> live.of(object.ref()).isPresent());
  }

  /** The objects without those that are the same in another version. */
  static List<TargetObject> distinct(List<TargetObject> objects) {
    Set<ObjectRef> seen = new HashSet<>();
    return objects.stream().filter(each -> seen.add(each.ref().withoutVersion())).toList();
  }

  private static void requireDefined(Operation operation, TargetObjects objects) {
    List<ReleaseObject> undefined = undefined(objects.known(), objects.unknown());
    if (undefined.isEmpty()) {
      return;
    }
    List<Diagnostic> diagnostics =
        undefined.stream()
            .map(
                object ->
                    Diagnostic.of(
                        Diagnostic.Kind.APPLY, TargetObjects.noMatch(object), object.position()))
            .toList();
    throw new ApplyException(
        Reason.REFUSED,
        prefix(operation) + TargetObjects.noMatches(undefined),
        diagnostics,
        null,
        null);
  }

  /** The objects whose kind the release does not define either. */
  static List<ReleaseObject> undefined(List<TargetObject> known, List<ReleaseObject> unknown) {
    Set<String> defined =
        known.stream()
            .filter(object -> Crds.isDefinition(object.type()))
            .map(object -> definedKind(object.object().tree()))
            .collect(Collectors.toSet());
    return unknown.stream()
        .filter(object -> !defined.contains(object.group() + "/" + object.kind()))
        .toList();
  }

  static String definedKind(Table definition) {
    Table spec = Fields.table(definition, "spec");
    return Fields.text(spec, "group") + "/" + Fields.text(Fields.table(spec, "names"), "kind");
  }

  /**
   * Refuses objects that are there and are not the release's.
   *
   * @throws ApplyException with Helm's message, and with all of them
   */
  void requireOwned(Operation operation, Ownership ownership) {
    refuseForeign(
        operation, object -> !owned.containsKey(object.ref().withoutVersion()), ownership::fault);
  }

  /**
   * Refuses to replace as a whole what was the release's and is another's by now.
   *
   * @throws ApplyException with what Helm says of others' objects, and with all of them
   */
  private void requireReplaceable(Operation operation, Ownership ownership) {
    refuseForeign(
        operation,
        object -> true,
        there -> ownership.isOfAnother(there) ? ownership.fault(there) : "");
  }

  private void refuseForeign(
      Operation operation, Predicate<TargetObject> which, Function<Table, String> fault) {
    List<Diagnostic> foreign = new ArrayList<>();
    for (TargetObject object : known) {
      String found = which.test(object) ? live.of(object.ref()).map(fault).orElse("") : "";
      if (!found.isEmpty()) {
        foreign.add(
            Diagnostic.of(
                Diagnostic.Kind.APPLY,
                Ownership.refusal(object, found),
                object.object().position()));
      }
    }
    if (!foreign.isEmpty()) {
      String what = operation == Operation.INSTALL ? "install" : "update";
      throw new ApplyException(
          Reason.NOT_OWNED,
          "unable to continue with " + what + ": " + foreign.get(0).message(),
          foreign,
          null,
          null);
    }
  }
}
