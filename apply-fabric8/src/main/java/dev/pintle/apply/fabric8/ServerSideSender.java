package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ObjectPath;
import dev.pintle.apply.fabric8.compare.AbandonedFields;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;

/**
 * Sends objects by server-side apply, as Helm 4 does by default.
 *
 * @param sending how
 */
record ServerSideSender(Api api, Sending sending) implements Sender {

  @Override
  public Sent send(TargetObject target, Table content, Table before) {
    if (sending.isDry() && before != null) {
      return sentDry(target, content);
    }
    if (before != null) {
      adopt(target, before);
    }
    Api.Answer answer = sent(target, request(target, content).forMetadata());
    answer.warnings().forEach(sending.onWarning());
    if (answer.code() == 201) {
      return new Sent(Action.CREATED, answer.body());
    }
    Table after = answer.body();
    boolean same = before != null && AppliedState.isSame(before, after, sending.fieldManager());
    return new Sent(same ? Action.UNCHANGED : Action.CHANGED, after);
  }

  /** Whether a dry run changes an object, only its content tells: the version stays as it is. */
  private Sent sentDry(TargetObject target, Table content) {
    Table live;
    try {
      live = api.send(ApiRequest.get(target.path())).body();
    } catch (ApiException e) {
      throw failure(target, e);
    }
    Api.Answer answer = sent(target, request(target, content));
    answer.warnings().forEach(sending.onWarning());
    boolean same = AppliedState.hasSameContent(live, answer.body());
    return new Sent(same ? Action.UNCHANGED : Action.CHANGED, answer.body());
  }

  private void adopt(TargetObject target, Table before) {
    try {
      new ClientSideFields(api, sending.fieldManager()).adopt(target, before);
    } catch (ApiException e) {
      throw failure(target, e);
    }
  }

  @Override
  public Table tried(TargetObject target, Table content, Table before) {
    Table answer = sent(target, request(target, content)).body();
    return AbandonedFields.without(answer, sending.fieldManager());
  }

  private Api.Answer sent(TargetObject target, ApiRequest request) {
    try {
      return Sender.sent(api, request);
    } catch (ApiException e) {
      throw failure(target, e);
    }
  }

  private ApiRequest request(TargetObject target, Table content) {
    if (target.name().isEmpty()) { // an apply needs one, and would never find its object again
      throw new SendException(failing(target) + TargetObjects.NAMELESS);
    }
    ApiRequest request =
        ApiRequest.patch(path(target), ApiRequest.APPLY, Sender.json(placed(target, content)))
            .with("force", String.valueOf(sending.force()));
    return sending.marked(request).with("fieldValidation", "Strict");
  }

  private static ObjectPath path(TargetObject target) {
    try {
      return target.path();
    } catch (ApiException e) {
      throw failure(target, e);
    }
  }

  /** With its namespace, as Helm sends it: the server's messages name it. */
  private static Table placed(TargetObject target, Table content) {
    if (target.namespace().isEmpty()) {
      return content;
    }
    Table placed = content.as(GoType.MAP);
    Table metadata = Fields.table(content, "metadata").as(GoType.MAP);
    metadata.put("namespace", target.namespace());
    placed.put("metadata", metadata);
    return placed;
  }

  private static SendException failure(TargetObject target, ApiException e) {
    String what =
        e.isConflict()
            ? "conflict occurred while applying object " + target.helmName() + ": "
            : failing(target);
    return new SendException(what + e.getMessage(), e);
  }

  private static String failing(TargetObject target) {
    return "server-side apply failed for object " + target.helmName() + ": ";
  }
}
