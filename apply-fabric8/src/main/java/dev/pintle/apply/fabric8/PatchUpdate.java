package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.patch.ObjectType;
import dev.pintle.apply.fabric8.patch.OpenApiTypes;
import dev.pintle.apply.fabric8.patch.PatchException;
import dev.pintle.apply.fabric8.patch.ThreeWayPatch;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Patches objects: Kubernetes' own by what was wanted, what is there and what is wanted; others, as
 * Helm does, by what was and is wanted alone.
 *
 * @param originals what was wanted of objects, without versions; several things where revisions
 *     have failed, which may have left something of theirs
 */
record PatchUpdate(
    Api api, OpenApiTypes types, Sending sending, Map<ObjectRef, List<Table>> originals)
    implements ObjectUpdate {

  /** A patch to send. */
  private record Patch(String contentType, Table content) {}

  @Override
  public Table update(TargetObject target, Table wanted, Table live) {
    // An object that is taken over has nothing to lose.
    List<Table> before = originals.getOrDefault(target.ref().withoutVersion(), List.of(wanted));
    Table now = live;
    for (Table original : before) {
      Patch patch = patch(target, original, now, wanted);
      if (!patch.content().isEmpty()) {
        now = patched(target, patch);
      }
    }
    return now;
  }

  private Patch patch(TargetObject target, Table original, Table live, Table wanted) {
    try {
      Optional<ObjectType> type = types.of(target.type());
      if (type.isPresent()) {
        return new Patch(
            ApiRequest.STRATEGIC_MERGE_PATCH,
            ThreeWayPatch.strategic(original, live, wanted, type.get()));
      }
      return new Patch(
          ApiRequest.MERGE_PATCH,
          original == wanted
              ? ThreeWayPatch.json(original, live, wanted)
              : ThreeWayPatch.json(original, wanted));
    } catch (PatchException e) {
      throw new SendException(e);
    } catch (ApiException e) {
      throw new SendException("failed to create patch: " + e.getMessage(), e);
    }
  }

  private Table patched(TargetObject target, Patch patch) {
    try {
      ApiRequest request =
          ApiRequest.patch(target.path(), patch.contentType(), Sender.json(patch.content()));
      Api.Answer answer = Sender.sent(api, sending.marked(request));
      answer.warnings().forEach(sending.onWarning());
      return answer.body();
    } catch (ApiException e) {
      throw new SendException(
          "cannot patch "
              + GoQuotes.quote(target.name())
              + " with kind "
              + target.type().kind()
              + ": "
              + e.getMessage(),
          e);
    }
  }
}
