package dev.pintle.apply.fabric8.api;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a server which kinds of objects it has: all at once where the server can (Kubernetes 1.27
 * and newer), else group by group.
 */
final class Discovery {

  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + "application/json";

  private final Api api;
  private final List<ResourceType> types = new ArrayList<>();

  private Discovery(Api api) {
    this.api = api;
  }

  static List<ResourceType> ask(Api api) {
    Discovery discovery = new Discovery(api);
    discovery.root(ServerPath.CORE);
    discovery.root(ServerPath.GROUPS);
    return discovery.types;
  }

  private void root(ServerPath path) {
    Table body = api.send(ApiRequest.get(path).accepting(AGGREGATED)).body();
    if (Fields.text(body, "kind").equals("APIGroupDiscoveryList")) {
      Fields.tables(body, "items").forEach(this::aggregatedGroup);
    } else if (body.get("versions") instanceof Sequence versions) {
      versions.forEach(version -> legacyVersion("", String.valueOf(version)));
    } else {
      for (Table group : Fields.tables(body, "groups")) {
        String name = Fields.text(group, "name");
        Fields.tables(group, "versions")
            .forEach(version -> legacyVersion(name, Fields.text(version, "version")));
      }
    }
  }

  private void aggregatedGroup(Table group) {
    String name = Fields.metadata(group, "name");
    for (Table version : Fields.tables(group, "versions")) {
      for (Table resource : Fields.tables(version, "resources")) {
        boolean hasStatus =
            Fields.tables(resource, "subresources").stream()
                .anyMatch(sub -> Fields.text(sub, "subresource").equals("status"));
        add(
            new ResourceType(
                name,
                Fields.text(version, "version"),
                Fields.text(Fields.table(resource, "responseKind"), "kind"),
                Fields.text(resource, "resource"),
                Fields.text(resource, "scope").equals("Namespaced"),
                hasStatus));
      }
    }
  }

  /** A group whose own server does not answer is left out, as clients of Kubernetes do. */
  private void legacyVersion(String group, String version) {
    Table body;
    try {
      body = api.send(ApiRequest.get(ServerPath.kinds(group, version))).body();
    } catch (ApiException unavailable) {
      return;
    }
    List<Table> resources = Fields.tables(body, "resources");
    List<String> names = resources.stream().map(each -> Fields.text(each, "name")).toList();
    for (Table resource : resources) {
      String name = Fields.text(resource, "name");
      if (name.indexOf('/') < 0) {
        add(
            new ResourceType(
                group,
                version,
                Fields.text(resource, "kind"),
                name,
                Boolean.TRUE.equals(resource.get("namespaced")),
                names.contains(name + "/status")));
      }
    }
  }

  /** A type whose objects can have no path is as good as none. */
  private void add(ResourceType type) {
    if (type.hasPaths()) {
      types.add(type);
    }
  }
}
