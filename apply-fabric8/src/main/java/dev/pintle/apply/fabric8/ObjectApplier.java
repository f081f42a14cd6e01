package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectOutcome.FieldConflict;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Applies single objects and says what became of them. Safe for use by several threads. */
final class ObjectApplier {

  /** The only place where the server says who the other manager is. */
  private static final String OTHER_MANAGER = "conflict with \"";

  private final Sender sender;
  private final Ownership ownership;
  private final Map<TargetObject, Owned> made = new ConcurrentHashMap<>();

  /**
   * An applier of objects.
   *
   * @param sender how they get to the server
   * @param ownership the release's, by which is told what was made
   */
  ObjectApplier(Sender sender, Ownership ownership) {
    this.sender = sender;
    this.ownership = ownership;
  }

  /** Sends an object and says what became of it, failures included. */
  ObjectOutcome apply(TargetObject target, Table content, Table before) {
    try {
      Sent sent = sender.send(target, content, before);
      if (sent.isMade(before, ownership)) {
        made.put(target, Owned.written(target, sent.answer()));
      }
      return ObjectOutcome.of(target.ref(), sent.action(), target.source());
    } catch (SendException e) {
      return failed(target, e);
    }
  }

  /** An object that was made here, and not only changed. */
  Optional<Owned> made(TargetObject target) {
    return Optional.ofNullable(made.get(target));
  }

  static ObjectOutcome failed(TargetObject target, SendException e) {
    List<FieldConflict> conflicts =
        e.answer().filter(ApiException::isConflict).stream()
            .flatMap(answer -> answer.causes().stream())
            .filter(cause -> cause.reason().equals("FieldManagerConflict"))
            .map(cause -> new FieldConflict(cause.field(), manager(cause.message())))
            .toList();
    return new ObjectOutcome(
        target.ref(), Action.FAILED, target.source(), diagnostic(target, e, conflicts), conflicts);
  }

  private static String manager(String message) {
    int found = message.indexOf(OTHER_MANAGER);
    int end = found < 0 ? -1 : message.indexOf('"', found + OTHER_MANAGER.length());
    return end < 0 ? "" : message.substring(found + OTHER_MANAGER.length(), end);
  }

  private static Diagnostic diagnostic(
      TargetObject target, SendException e, List<FieldConflict> conflicts) {
    Diagnostic diagnostic =
        Diagnostic.of(
            Diagnostic.Kind.APPLY,
            e.getMessage(),
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
}
