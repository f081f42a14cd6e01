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
    String options =
        "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"propagationPolicy\":\""
            + cascade.policy()
            + "\"}";
    try {
      api.send(ApiRequest.delete(object.path(), options));
      return true;
    } catch (ApiException e) {
      if (e.isNotFound()) {
        return false;
      }
      throw e;
    }
  }
}
