package dev.pintle.apply.fabric8;

import dev.pintle.apply.Cascade;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;

/**
 * Deletes single objects, and none but the one that was looked at: the server compares the UID, and
 * the version where what was read decides, in the same step in which it deletes. An object that was
 * changed in between is looked at again; one in whose place another stands now is left alone.
 */
final class Deletion {

  /** What became of the object. */
  enum Fate {
    DELETED,
    NOT_THERE,
    /** It may not go. */
    LEFT
  }

  /**
   * How it ended.
   *
   * @param why it was left, empty if it was not
   */
  record Ending(Fate fate, String why) {

    /** What would become of an object against which there is that objection, or none. */
    static Ending of(String objection) {
      return new Ending(objection.isEmpty() ? Fate.DELETED : Fate.LEFT, objection);
    }

    boolean isLeft() {
      return fate == Fate.LEFT;
    }

    /** True if it was left because it asks for that. */
    boolean isAsked() {
      return why.equals(Owned.KEPT);
    }

    Action action() {
      return isAsked() ? Action.KEPT : isLeft() ? Action.NOT_OURS : Action.DELETED;
    }
  }

  /** An object that was there before what is undone began, and did not become the release's. */
  static final Ending SPARED = Ending.of("it was there before the release");

  private static final Ending DELETED = Ending.of("");
  private static final Ending NOT_THERE = new Ending(Fate.NOT_THERE, "");

  private final Api api;

  Deletion(Api api) {
    this.api = api;
  }

  /**
   * Deletes an object.
   *
   * @throws ApiException if the server refuses
   */
  Ending delete(Owned owned, Cascade cascade) {
    Table now = owned.seen();
    for (int attempt = 1; ; attempt++) {
      String objection = owned.objection(now);
      if (!objection.isEmpty()) {
        return Ending.of(objection);
      }
      // What changes all the time, as a status may, cannot be deleted by its version.
      boolean byVersion = owned.isByState() && attempt < Sender.ATTEMPTS;
      try {
        api.send(request(owned, byVersion ? now : null, cascade));
        return DELETED;
      } catch (ApiException e) {
        if (e.isNotFound()) {
          return NOT_THERE;
        } else if (!e.isConflict()) {
          throw e;
        }
        now = again(owned.object());
        if (now == null) {
          return NOT_THERE;
        } else if (!Owned.uid(now).equals(owned.uid())) {
          return Ending.of("another object has its name now");
        } else if (!byVersion) {
          throw e;
        }
      }
    }
  }

  /** The metadata of an object as it is now, or null if it is not there. */
  Table again(TargetObject object) {
    try {
      return api.send(ApiRequest.get(object.path()).forMetadata()).body();
    } catch (ApiException e) {
      if (e.isNotFound()) {
        return null;
      }
      throw e;
    }
  }

  private static ApiRequest request(Owned owned, Table version, Cascade cascade) {
    TargetObject object = owned.object();
    if (owned.uid().isEmpty()) {
      throw ApiException.unusable(
          object.helmName() + " is not deleted: the server does not say which object it is");
    }
    Table preconditions = new Table();
    preconditions.put("uid", owned.uid());
    if (version != null) {
      preconditions.put("resourceVersion", Fields.metadata(version, "resourceVersion"));
    }
    Table options = new Table();
    options.put("apiVersion", "v1");
    options.put("kind", "DeleteOptions");
    options.put("propagationPolicy", cascade.policy());
    options.put("preconditions", preconditions);
    return ApiRequest.delete(object.path(), Sender.json(options));
  }
}
