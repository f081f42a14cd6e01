package dev.pintle.apply.fabric8;

import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectOutcome.FieldConflict;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.json.JsonException;
import dev.pintle.json.JsonWriter;
import dev.pintle.values.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies single objects by server-side apply, as Helm 4 does. Safe for use by several threads. */
final class ObjectApplier {

  /** The only place where the server says who the other manager is. */
  private static final Pattern OTHER_MANAGER = Pattern.compile("conflict with \"([^\"]*)\"");

  private static final int ATTEMPTS = 5;

  private final Api api;
  private final String fieldManager;
  private final boolean force;
  private final DryRun dryRun;
  private final Consumer<String> onWarning;

  /**
   * An applier of objects.
   *
   * @param force whether fields that others manage are taken over
   * @param onWarning hears what the server says in passing; called by several threads
   */
  ObjectApplier(
      Api api, String fieldManager, boolean force, DryRun dryRun, Consumer<String> onWarning) {
    this.api = api;
    this.fieldManager = fieldManager;
    this.force = force;
    this.dryRun = dryRun;
    this.onWarning = onWarning;
  }

  /**
   * Sends an object.
   *
   * @param content what to send, with its marks
   * @param before its metadata as it was, or null if it was not there
   * @throws ApiException if the server refuses
   */
  Action send(TargetObject target, Table content, Table before) {
    Api.Answer answer = sent(request(target, content).forMetadata());
    answer.warnings().forEach(onWarning);
    if (answer.code() == 201) {
      return Action.CREATED;
    }
    return before != null && AppliedState.isSame(before, answer.body(), fieldManager)
        ? Action.UNCHANGED
        : Action.CHANGED;
  }

  /** Others who write the same object meanwhile are no reason to give up: nothing was read. */
  private Api.Answer sent(ApiRequest request) {
    for (int attempt = 1; ; attempt++) {
      try {
        return api.send(request);
      } catch (ApiException e) {
        if (!e.isOvertaken() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private ApiRequest request(TargetObject target, Table content) {
    String json = json(content);
    // An object whose name the server makes cannot be applied, since each time is another object.
    ApiRequest request =
        target.name().isEmpty()
            ? ApiRequest.of("POST", target.type().path(target.namespace())).sending(json)
            : ApiRequest.of("PATCH", target.path())
                .sending(ApiRequest.APPLY, json)
                .with("force", String.valueOf(force));
    return request
        .with("fieldManager", fieldManager)
        .with("fieldValidation", "Strict")
        .with("dryRun", dryRun == DryRun.SERVER ? "All" : null);
  }

  private static String json(Table content) {
    try {
      return JsonWriter.write(content);
    } catch (JsonException e) {
      throw new IllegalStateException(
          "a rendered object has what JSON has not: " + e.getMessage(), e);
    }
  }

  /** Sends an object and says what became of it, failures included. */
  ObjectOutcome apply(TargetObject target, Table content, Table before) {
    try {
      if (before != null && dryRun == DryRun.NONE) {
        new ClientSideFields(api, fieldManager).adopt(target, before);
      }
      return ObjectOutcome.of(target.ref(), send(target, content, before), target.source());
    } catch (ApiException e) {
      return failed(target, e);
    }
  }

  /** What an apply would make of an object, which stays as it is. */
  Table tried(TargetObject target, Table content) {
    return sent(request(target, content)).body();
  }

  static ObjectOutcome failed(TargetObject target, ApiException e) {
    List<FieldConflict> conflicts =
        e.isConflict()
            ? e.causes().stream()
                .filter(cause -> cause.reason().equals("FieldManagerConflict"))
                .map(cause -> new FieldConflict(cause.field(), manager(cause.message())))
                .toList()
            : List.of();
    return new ObjectOutcome(
        target.ref(), Action.FAILED, target.source(), diagnostic(target, e, conflicts), conflicts);
  }

  private static String manager(String message) {
    Matcher manager = OTHER_MANAGER.matcher(message);
    return manager.find() ? manager.group(1) : "";
  }

  private static Diagnostic diagnostic(
      TargetObject target, ApiException e, List<FieldConflict> conflicts) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Diagnostic.Kind.APPLY,
            message(target, e),
            FieldPlaces.of(target, conflicts.isEmpty() ? "" : conflicts.get(0).path()));
    for (FieldConflict conflict : conflicts) {
      diagnostic =
          diagnostic.withHint(
              new Hint.Advice(conflict.path() + " is managed by \"" + conflict.manager() + "\""));
    }
    return conflicts.isEmpty()
        ? diagnostic
        : diagnostic.withHint(
            new Hint.Advice(
                "--force-conflicts takes these fields over; a field that the chart leaves out stays"
                    + " with its manager"));
  }

  /** Helm's message. */
  static String message(TargetObject target, ApiException e) {
    String what =
        e.isConflict() ? "conflict occurred while applying" : "server-side apply failed for";
    return what + " object " + target.helmName() + ": " + e.getMessage();
  }
}
