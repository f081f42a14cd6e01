package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.ApiResources;
import dev.pintle.apply.fabric8.api.CollectionPath;
import dev.pintle.apply.fabric8.api.ObjectPath;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.template.ClusterReader;
import dev.pintle.values.Table;
import java.util.Optional;

/**
 * Answers {@code lookup} from the cluster as Helm does: what is not there is an empty table; of a
 * version that the server does not have nothing can be asked.
 */
final class LiveCluster implements ClusterReader {

  private final Api api;
  private final ApiResources types;

  LiveCluster(Api api, ApiResources types) {
    this.api = api;
    this.types = types;
  }

  /**
   * Asks for an object or a list.
   *
   * @throws dev.pintle.apply.ApplyException if the server refuses, or does not have the version
   */
  @Override
  public Table lookup(String apiVersion, String kind, String namespace, String name) {
    try {
      Optional<ResourceType> type = types.find(apiVersion, kind);
      if (type.isEmpty()) {
        requireVersion(apiVersion, kind);
        return new Table();
      }
      CollectionPath all = type.get().path(namespace);
      if (name.isEmpty()) {
        return api.send(ApiRequest.get(all)).body();
      }
      if (type.get().namespaced() && namespace.isEmpty()) {
        ObjectPath.requireName(name);
        return new Table(); // Helm asks at a path where no server has anything
      }
      return api.send(ApiRequest.get(new ObjectPath(all, name))).body();
    } catch (ApiException e) {
      if (e.isNotFound()) {
        return new Table();
      }
      throw Failures.of(e);
    }
  }

  private void requireVersion(String apiVersion, String kind) {
    if (types.all().stream().noneMatch(type -> type.apiVersion().equals(apiVersion))) {
      String version = apiVersion.contains("/") ? apiVersion : "/" + apiVersion;
      throw Failures.of(
          Reason.NOT_FOUND,
          "unable to get apiresource from unstructured: "
              + version
              + ", Kind="
              + kind
              + ": the server could not find the requested resource",
          null);
    }
  }
}
