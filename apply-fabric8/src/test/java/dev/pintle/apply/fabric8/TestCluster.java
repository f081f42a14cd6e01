package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.storage.SecretReleaseStore;
import dev.pintle.apply.history.ReleaseStore;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
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

  /** The administrator's way to the server, or to what stands before it. */
  Config config(String url) {
    return new ConfigBuilder(client.getConfiguration()).withMasterUrl(url).build();
  }

  /** Deletes what tests make in a namespace. */
  void clear(String namespace) {
    client.secrets().inNamespace(namespace).delete();
    client.configMaps().inNamespace(namespace).delete();
    client.pods().inNamespace(namespace).withGracePeriod(0).delete();
    client.apps().deployments().inNamespace(namespace).delete();
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
    HttpResponse<String> answer = send("GET", path, null, null);
    return answer.code() == 404 ? Optional.empty() : Optional.of(body(answer));
  }

  Table post(String path, String json) {
    return body(send("POST", path, "application/json", json));
  }

  /** Merges into an object, or into its status. */
  Table merge(String path, String json, String manager) {
    return body(
        send("PATCH", path + "?fieldManager=" + manager, "application/merge-patch+json", json));
  }

  /** Applies an object as somebody, whoever else manages its fields. */
  Table applyAs(String manager, String path, String json) {
    String forced = path + "?force=true&fieldManager=" + manager;
    return body(send("PATCH", forced, "application/apply-patch+yaml", json));
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
         "rules": [{"apiGroups": ["*"], "resources": [%s], "verbs": [%s]}]}\
        """
            .formatted(plurals, verbs));
    post(
        rbac + "/rolebindings",
        """
        {"metadata": {"name": "guest"},
         "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "guest"},
         "subjects": [{"kind": "User", "name": "guest"}]}\
        """);
  }

  void delete(String path) {
    body(send("DELETE", path, "application/json", "{}"));
  }

  /** Past the applier's own way of making requests, which is what is tested. */
  private HttpResponse<String> send(String method, String path, String contentType, String json) {
    HttpClient http = client.getHttpClient();
    return http.sendAsync(
            http.newHttpRequestBuilder()
                .uri(plane.url() + path)
                .method(method, contentType, json)
                .build(),
            String.class)
        .join();
  }

  private static Table body(HttpResponse<String> answer) {
    if (!answer.isSuccessful()) {
      throw new IllegalStateException(answer.code() + ": " + answer.body());
    }
    try {
      return (Table) JsonReader.read(answer.body());
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
