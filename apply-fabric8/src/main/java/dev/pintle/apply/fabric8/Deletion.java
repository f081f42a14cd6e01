package dev.pintle.apply.fabric8;

import dev.pintle.apply.Cascade;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;

/** Deletes single objects. */
final class Deletion {

  private Deletion() {}

  /**
   * Deletes an object.
   *
   * @return false if it was not there
   * @throws ApiException if the server refuses
   */
  static boolean delete(Api api, TargetObject object, Cascade cascade) {
    if (object.name().isEmpty()) {
      // Without a name the path is that of all objects of the kind: all would be deleted.
      throw new IllegalArgumentException("which " + object.type().kind() + " is to be deleted?");
    }
    String options =
        "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"propagationPolicy\":\""
            + cascade.policy()
            + "\"}";
    try {
      api.send(ApiRequest.of("DELETE", object.path()).sending(options));
      return true;
    } catch (ApiException e) {
      if (e.isNotFound()) {
        return false;
      }
      throw e;
    }
  }
}
