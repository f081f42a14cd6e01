package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Cascade;
import dev.pintle.apply.fabric8.ready.ObjectWatch;
import dev.pintle.apply.fabric8.ready.ReadinessRule;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of one hook in one run: what stands in their places, what is made, and what of it may
 * go. An object that was there before the run and was never written by us or by Helm may have been
 * written over, as Helm does it, but it is not taken away afterwards. For one thread.
 */
final class HookObjects {

  private final Session session;
  private final Ownership ownership;
  private final boolean takingOver;
  private final List<TargetObject> targets;
  private final Map<TargetObject, Table> before = new LinkedHashMap<>();
  private final Map<TargetObject, Owned> owned = new LinkedHashMap<>();

  /**
   * The objects of a hook, none of which is made yet.
   *
   * @param takingOver whether what is another release's may be had: {@code --take-ownership}
   */
  HookObjects(
      Session session, Ownership ownership, boolean takingOver, List<TargetObject> targets) {
    this.session = session;
    this.ownership = ownership;
    this.takingOver = takingOver;
    this.targets = List.copyOf(targets);
    LiveMetadata live =
        LiveMetadata.read(session.api(), session.workers(), session.course(), targets);
    targets.forEach(target -> live.of(target.ref()).ifPresent(seen -> before.put(target, seen)));
  }

  List<TargetObject> targets() {
    return targets;
  }

  /**
   * Deletes what stands in the way, and waits until it is gone; nothing if any of it is another
   * release's.
   *
   * @throws ApplyException if that does not go in time
   */
  void clear() {
    if (!foreign().isEmpty()) {
      return; // the creation says so
    }
    List<Owned> inTheWay = new ArrayList<>();
    before.forEach(
        (target, seen) ->
            inTheWay.add(
                takingOver
                    ? Owned.written(target, seen)
                    : Owned.inTheWay(target, seen, ownership)));
    delete(inTheWay).forEach(before::remove);
  }

  /** What Helm would say of objects that are another release's; empty if none is. */
  private String foreign() {
    for (Map.Entry<TargetObject, Table> each : before.entrySet()) {
      TargetObject target = each.getKey();
      // Definitions are everybody's: they are written, and never deleted.
      if (!takingOver
          && !Crds.isDefinition(target.type())
          && ownership.isOfAnother(each.getValue())) {
        return Ownership.refusal(target, ownership.fault(each.getValue()));
      }
    }
    return "";
  }

  /**
   * Makes them.
   *
   * @throws SendException if the server refuses one, or another release has it
   */
  void create(Sender sender) {
    String foreign = foreign();
    if (!foreign.isEmpty()) {
      throw new SendException(foreign);
    }
    for (TargetObject target : targets) {
      Table there = before.get(target);
      Sent sent = sender.send(target, target.object().tree(), null);
      boolean ours = there != null && ownership.isOurs(there);
      if (sent.isMade(there, ownership) || ours) {
        owned.put(target, Owned.written(target, sent.answer()));
      }
    }
  }

  /**
   * Deletes those that may go, once the hook is done, and waits until they are gone.
   *
   * @throws ApplyException if they do not go in time
   */
  void delete() {
    for (TargetObject target : targets) {
      if (!owned.containsKey(target) && !Crds.isDefinition(target.type())) {
        session.tellLeft(target, Deletion.Ending.of("it was there before the hook"));
      }
    }
    delete(List.copyOf(owned.values()));
  }

  private List<TargetObject> delete(List<Owned> all) {
    List<TargetObject> deleted = new ArrayList<>();
    for (Owned each : all) {
      TargetObject object = each.object();
      if (!Crds.isDefinition(object.type())) { // else all objects of its kind would go along
        Deletion.Ending ending = session.deletion().delete(each, Cascade.BACKGROUND);
        if (ending.isLeft()) {
          session.tellLeft(object, ending);
        } else {
          deleted.add(object);
        }
      }
    }
    if (!deleted.isEmpty()) {
      ObjectWatch.Ending ending =
          session.await(deleted, ReadinessRule.READY, true, session.course().timeout());
      String complaint = Session.complaint(ending, true);
      if (!complaint.isEmpty()) {
        throw Failures.of(Reason.TIMED_OUT, complaint, null);
      }
    }
    return deleted;
  }
}
