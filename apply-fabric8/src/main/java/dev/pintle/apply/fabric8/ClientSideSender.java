package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Creates objects that are not there and updates those that are, as {@code helm
 * --server-side=false} does.
 */
final class ClientSideSender implements Sender {

  private final Api api;
  private final Sending sending;
  private final ObjectUpdate update;
  private final Set<ObjectRef> made = ConcurrentHashMap.newKeySet();

  /**
   * A sender.
   *
   * @param update what is done with objects that are there
   */
  ClientSideSender(Api api, Sending sending, ObjectUpdate update) {
    this.api = api;
    this.sending = sending;
    this.update = update;
  }

  @Override
  public Sent send(TargetObject target, Table content, Table before) {
    Table live = before == null ? null : live(target);
    if (live == null) {
      return new Sent(Action.CREATED, created(target, content));
    }
    Table after = update.update(target, content, live);
    boolean same =
        sending.isDry()
            ? AppliedState.hasSameContent(live, after)
            : AppliedState.isSame(live, after, sending.fieldManager());
    return new Sent(same ? Action.UNCHANGED : Action.CHANGED, after);
  }

  @Override
  public Table tried(TargetObject target, Table content, Table before) {
    Table live = before == null ? null : live(target);
    return live == null ? created(target, content) : update.update(target, content, live);
  }

  /** The object as it is now: hooks may have changed it since the rollout was planned. */
  private Table live(TargetObject target) {
    try {
      return api.send(ApiRequest.get(target.path())).body();
    } catch (ApiException e) {
      if (e.isNotFound()) {
        return null;
      }
      throw new SendException("could not get information about the resource: " + e.getMessage(), e);
    }
  }

  private Table created(TargetObject target, Table content) {
    Instant begin = api.now();
    try {
      ApiRequest request =
          ApiRequest.create(target.type().path(target.namespace()), Sender.json(content));
      Api.Answer answer = Sender.sent(api, sending.marked(request));
      answer.warnings().forEach(sending.onWarning());
      made.add(target.ref());
      return answer.body();
    } catch (ApiException e) {
      boolean mayBeOurs = !target.name().isEmpty() && !made.contains(target.ref());
      Table there = e.isExisting() && mayBeOurs ? live(target) : null;
      if (there != null && isOurs(there, content, begin)) {
        made.add(target.ref());
        return there; // an earlier attempt made it, and its answer was lost
      }
      throw new SendException(e.getMessage(), e);
    }
  }

  /**
   * Whether an object that should not be there is the one that was sent. HTTP clients send again
   * without a word if a connection breaks, so that only the object itself can tell.
   *
   * @param begin the server's time when it was sent
   */
  private boolean isOurs(Table there, Table sent, Instant begin) {
    Instant made = Fields.time(there, "creationTimestamp");
    return made != null
        && made.isAfter(begin.minusSeconds(2)) // both are known to the second
        && Fields.labels(there).entrySet().containsAll(Fields.labels(sent).entrySet())
        && Fields.annotations(there).entrySet().containsAll(Fields.annotations(sent).entrySet())
        && Fields.tables(Fields.table(there, "metadata"), "managedFields").stream()
            .anyMatch(entry -> Fields.text(entry, "manager").equals(sending.fieldManager()));
  }
}
