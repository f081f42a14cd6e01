package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.values.Table;

/**
 * One of Helm's ways to bring objects to a server; which one it is, is settled once for a rollout.
 * Safe for use by several threads.
 */
interface Sender {

  /** How often an object is sent that somebody else writes at the same time. */
  int ATTEMPTS = 5;

  /**
   * Brings an object to the server.
   *
   * @param content what is wanted, with its marks
   * @param before its metadata as it was, or null if it was not there
   * @throws SendException if the server refuses
   */
  Sent send(TargetObject target, Table content, Table before);

  /**
   * What {@link #send} would make of an object, if it is used with a dry run.
   *
   * @param before its metadata as it was, or null if it was not there
   * @throws SendException if the server refuses
   */
  Table tried(TargetObject target, Table content, Table before);

  /** Others who write the same object meanwhile are no reason to give up: nothing was read. */
  static Api.Answer sent(Api api, ApiRequest request) {
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

  /** An object, or a patch of one, for the body of a request. */
  static String json(Table content) {
    try {
      return JsonWriter.write(content);
    } catch (JsonException e) {
      throw new IllegalStateException(
          "a rendered object has what JSON has not: " + e.getMessage(), e);
    }
  }
}
