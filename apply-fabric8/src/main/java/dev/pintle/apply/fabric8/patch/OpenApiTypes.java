package dev.pintle.apply.fabric8.patch;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.apply.fabric8.api.ServerPath;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of Kubernetes' own objects, as the server's OpenAPI description has them with what is
 * said there about patches. A version of a group is asked for when first needed, and kept. Safe for
 * use by several threads.
 */
public final class OpenApiTypes {

  /**
   * The groups whose types Helm was built with. Objects of all others it patches by JSON merge
   * patches, even those of an aggregated server that could do more.
   */
  private static final Set<String> GROUPS =
      Set.of(
          "",
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apps",
          "authentication.k8s.io",
          "authorization.k8s.io",
          "autoscaling",
          "batch",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "events.k8s.io",
          "extensions",
          "flowcontrol.apiserver.k8s.io",
          "internal.apiserver.k8s.io",
          "networking.k8s.io",
          "node.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io",
          "storagemigration.k8s.io");

  private final Api api;
  private final Map<String, Table> schemas;

  /** Those of a server. */
  public OpenApiTypes(Api api) {
    this(api, new ConcurrentHashMap<>());
  }

  private OpenApiTypes(Api api, Map<String, Table> schemas) {
    this.api = api;
    this.schemas = schemas;
  }

  /** The same, asked for by a caller who may lose interest; what is known is known to both. */
  public OpenApiTypes over(Api callers) {
    return new OpenApiTypes(callers, schemas);
  }

  /**
   * What is known of a type; empty if it is none of Kubernetes' own.
   *
   * @throws ApiException if the server does not say
   */
  public Optional<ObjectType> of(ResourceType type) {
    if (!GROUPS.contains(type.group())) {
      return Optional.empty();
    }
    Table all = schemas.computeIfAbsent(type.apiVersion(), version -> read(type));
    return all.slots().stream()
        .filter(slot -> slot.getValue() instanceof Table schema && describes(schema, type))
        .findFirst()
        .map(slot -> new Schema(all, slot.getKey(), (Table) slot.getValue()));
  }

  private Table read(ResourceType type) {
    Table document = api.send(ApiRequest.get(ServerPath.schemas(type))).body();
    return Fields.table(document, "components", "schemas");
  }

  private static boolean describes(Table schema, ResourceType type) {
    return Fields.tables(schema, "x-kubernetes-group-version-kind").stream()
        .anyMatch(
            kind ->
                Fields.text(kind, "group").equals(type.group())
                    && Fields.text(kind, "version").equals(type.version())
                    && Fields.text(kind, "kind").equals(type.kind()));
  }

  /**
   * A schema among others that it refers to.
   *
   * @param name empty if it has none
   */
  private record Schema(Table all, String name, Table schema) implements ObjectType {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public Field field(String key) {
      if (!(Fields.table(schema, "properties").get(key) instanceof Table property)) {
        throw new PatchException(
            Fields.table(schema, "additionalProperties").isEmpty()
                ? "unable to find api field in struct "
                    + name.substring(name.lastIndexOf('.') + 1)
                    + " for the json field "
                    + GoQuotes.quote(key)
                : "merging an object in json but data type is not struct, instead is: map");
      }
      String said = Fields.text(property, "x-kubernetes-patch-strategy");
      Field.Strategy strategy =
          said.contains("merge")
              ? Field.Strategy.MERGE
              : said.contains("replace") ? Field.Strategy.REPLACE : Field.Strategy.DEFAULT;
      Table items = Fields.table(property, "items");
      return new Field(
          strategy,
          said.contains("retainKeys"),
          Fields.text(property, "x-kubernetes-patch-merge-key"),
          resolved(items.isEmpty() ? property : items));
    }

    private Schema resolved(Table found) {
      Table at = found;
      for (Table only : Fields.tables(found, "allOf")) {
        at = only;
      }
      String reference = Fields.text(at, "$ref");
      if (reference.startsWith(REFERENCE)) {
        String named = reference.substring(REFERENCE.length());
        return new Schema(all, named, Fields.table(all, named));
      }
      return new Schema(all, "", at);
    }
  }
}
