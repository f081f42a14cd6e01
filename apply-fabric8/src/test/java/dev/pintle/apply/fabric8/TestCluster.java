package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.storage.SecretReleaseStore;
import dev.pintle.apply.history.ReleaseStore;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A control plane as tests of the applier see it. */
final class TestCluster implements AutoCloseable {

  private final ControlPlane plane;
  private final ReleaseStore store;
  private final KubernetesClient client;
  private final Api api;

  TestCluster(ControlPlane plane) {
    this.plane = plane;
    this.client = client(plane.adminToken());
    this.api = new Api(client, Duration.ofSeconds(30));
    this.store = new SecretReleaseStore(api);
  }

  KubernetesClient client(String token) {
    return client(plane.url().toString(), token);
  }

  KubernetesClient client(String url, String token) {
    return plane.client(URI.create(url), token);
  }

  ReleaseStore store() {
    return store;
  }

  Fabric8Applier applier() {
    return applier(plane.adminToken(), Fabric8Settings.defaults());
  }

  /** One that takes a holder for gone at once, for tests in which nobody else lives. */
  Fabric8Applier impatientApplier() {
    return applier(
        plane.adminToken(), Fabric8Settings.defaults().withHoldFor(Duration.ofMillis(400)));
  }

  Fabric8Applier guestApplier() {
    return applier(plane.guestToken(), Fabric8Settings.defaults());
  }

  private Fabric8Applier applier(String token, Fabric8Settings settings) {
    return Fabric8Applier.of(client(token), settings);
  }

  /** An object, if it is there. */
  Optional<Table> get(String path) {
    try {
      return Optional.of(api.send(ApiRequest.get(path)).body());
    } catch (ApiException e) {
      if (e.isNotFound()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  Table post(String path, String json) {
    return api.send(ApiRequest.of("POST", path).sending(json)).body();
  }

  /** Merges into an object, or into its status. */
  Table merge(String path, String json, String manager) {
    return api.send(
            ApiRequest.of("PATCH", path)
                .with("fieldManager", manager)
                .sending(ApiRequest.MERGE_PATCH, json))
        .body();
  }

  /** Applies an object as somebody, whoever else manages its fields. */
  Table applyAs(String manager, String path, String json) {
    return api.send(
            ApiRequest.of("PATCH", path)
                .with("fieldManager", manager)
                .with("force", "true")
                .sending(ApiRequest.APPLY, json))
        .body();
  }

  /** Allows the guest to do certain things with all objects of a namespace. */
  void allowGuest(String namespace, String... verbs) {
    allowGuest(namespace, "\"*\"", "\"" + String.join("\", \"", verbs) + "\"");
  }

  /** Allows the guest to do everything with the objects of some kinds in a namespace. */
  void allowGuestTheKinds(String namespace, String... plurals) {
    allowGuest(namespace, "\"" + String.join("\", \"", plurals) + "\"", "\"*\"");
  }

  private void allowGuest(String namespace, String plurals, String verbs) {
    String rbac = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace;
    post(
        rbac + "/roles",
        """
        {"metadata": {"name": "guest"},
         "rules": [{"apiGroups": ["*"], "resources": [%s], "verbs": [%s]}]}"""
            .formatted(plurals, verbs));
    post(
        rbac + "/rolebindings",
        """
        {"metadata": {"name": "guest"},
         "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "guest"},
         "subjects": [{"kind": "User", "name": "guest"}]}""");
  }

  void delete(String path) {
    api.send(ApiRequest.of("DELETE", path).sending("{}"));
  }

  @Override
  public void close() {
    client.close();
  }
}
