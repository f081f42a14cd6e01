package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.history.ReleaseStore;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.util.Optional;

/** A control plane as tests of the applier see it. */
final class TestCluster implements AutoCloseable {

  /** Short, so that tests need not wait long for a holder that is gone. */
  static final Fabric8Settings SETTINGS =
      Fabric8Settings.defaults().withHoldFor(Duration.ofSeconds(3));

  private final ControlPlane plane;
  private final ReleaseStore store = new MemoryReleaseStore();
  private final KubernetesClient client;
  private final Api api;

  TestCluster(ControlPlane plane) {
    this.plane = plane;
    this.client = client(plane.adminToken());
    this.api = new Api(client, Duration.ofSeconds(30));
  }

  KubernetesClient client(String token) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(plane.url().toString())
            .withCaCertFile(plane.certificate().toString())
            .withOauthToken(token)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  ReleaseStore store() {
    return store;
  }

  Fabric8Applier applier() {
    return applier(SETTINGS);
  }

  Fabric8Applier applier(Fabric8Settings settings) {
    return new Fabric8Applier(client(plane.adminToken()), settings, made -> store);
  }

  Fabric8Applier guestApplier() {
    return new Fabric8Applier(client(plane.guestToken()), SETTINGS, made -> store);
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

  void delete(String path) {
    api.send(ApiRequest.of("DELETE", path));
  }

  @Override
  public void close() {
    client.close();
  }
}
