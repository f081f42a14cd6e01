package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.ApiResources;
import dev.pintle.apply.fabric8.api.ServerPath;
import dev.pintle.apply.fabric8.patch.OpenApiTypes;
import dev.pintle.values.Table;

/** What the operations of an applier share. */
record Connection(
    Api api,
    ApiResources types,
    OpenApiTypes openApi,
    Workers workers,
    Releases releases,
    Fabric8Settings settings) {

  /**
   * What the server says of its version; fails at once if the server is not there.
   *
   * @throws ApplyException with Helm's message
   */
  Table requireReachable() {
    try {
      return api.impatient().send(ApiRequest.get(ServerPath.VERSION)).body();
    } catch (ApiException e) {
      throw Failures.of(Reason.UNREACHABLE, "kubernetes cluster unreachable: " + e.getMessage(), e);
    }
  }
}
