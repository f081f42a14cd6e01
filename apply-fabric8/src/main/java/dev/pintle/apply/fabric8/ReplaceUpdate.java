package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;

/**
 * Replaces objects as a whole: {@code --force-replace}. What the release does not have goes,
 * whoever set it.
 */
record ReplaceUpdate(Api api, Sending sending) implements ObjectUpdate {

  @Override
  public Table update(TargetObject target, Table wanted, Table live) {
    Table now = live;
    for (int attempt = 1; ; attempt++) {
      try {
        Api.Answer answer = api.send(request(target, wanted, now));
        answer.warnings().forEach(sending.onWarning());
        return answer.body();
      } catch (ApiException e) {
        // Whatever somebody else wrote meanwhile is to go as well, but not another object.
        Table then = e.isOvertaken() && attempt < Sender.ATTEMPTS ? again(target) : null;
        if (then == null || !Owned.uid(then).equals(Owned.uid(live))) {
          throw new SendException("failed to replace object: " + e.getMessage(), e);
        }
        now = then;
      }
    }
  }

  private Table again(TargetObject target) {
    try {
      return api.send(ApiRequest.get(target.path())).body();
    } catch (ApiException e) {
      throw new SendException("failed to replace object: " + e.getMessage(), e);
    }
  }

  private ApiRequest request(TargetObject target, Table wanted, Table live) {
    Table metadata = Fields.table(wanted, "metadata").as(GoType.MAP);
    metadata.put("uid", Owned.uid(live));
    metadata.put("resourceVersion", Fields.metadata(live, "resourceVersion"));
    Table whole = wanted.as(GoType.MAP);
    whole.put("metadata", metadata);
    return sending
        .marked(ApiRequest.replace(target.path(), Sender.json(whole)))
        .with("fieldValidation", "Strict");
  }
}
