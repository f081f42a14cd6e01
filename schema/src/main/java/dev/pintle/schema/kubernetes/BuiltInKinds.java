package dev.pintle.schema.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pintle.limit.Budget;
import dev.pintle.schema.compile.CompiledSchema;
import dev.pintle.schema.compile.SchemaDefinitions;
import dev.pintle.schema.keyword.Dialects;
import dev.pintle.schema.keyword.SchemaParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The kinds of one Kubernetes version's own API, from the data that {@code
 * build/kubernetes-schemas.py} packs. Thread-safe.
 */
final class BuiltInKinds {

  private static final String DEFINITIONS = "#/definitions/";
  private static final String OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

  private final JsonNode kinds;
  private final ObjectNode metadata;
  private final SchemaDefinitions definitions;

  /**
   * The kinds of a version.
   *
   * @param minor such as {@code 1.34}
   * @param strict whether fields that are not known are errors
   * @param budget counts the work
   */
  BuiltInKinds(String minor, boolean strict, Dialects dialects, Budget budget) {
    ObjectNode packed = read(minor);
    kinds = packed.get("kinds");
    ObjectNode schemas = (ObjectNode) packed.get("definitions");
    if (strict) {
      schemas.forEach(BuiltInKinds::closeObjects);
    }
    metadata = schemas.objectNode();
    copyWithReferences(schemas, OBJECT_META, metadata);
    ObjectNode document = schemas.objectNode();
    document.set("definitions", schemas);
    definitions = new SchemaDefinitions(document, dialects, SchemaParts.unlimited(), budget);
  }

  private static ObjectNode read(String minor) {
    try (InputStream packed = BuiltInKinds.class.getResourceAsStream(minor + ".json.gz");
        InputStream json = new GZIPInputStream(packed)) {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (IOException damaged) {
      throw new UncheckedIOException("the schemas of Kubernetes " + minor, damaged);
    }
  }

  private static void closeObjects(JsonNode schema) {
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      ((ObjectNode) schema).put("additionalProperties", false);
    }
    schema.path("properties").forEach(BuiltInKinds::closeObjects);
    closeObjectsAt(schema.path("items"));
    closeObjectsAt(schema.path("additionalProperties"));
  }

  private static void closeObjectsAt(JsonNode inner) {
    if (inner.isObject()) {
      closeObjects(inner);
    }
  }

  private static void copyWithReferences(ObjectNode schemas, String name, ObjectNode into) {
    if (!into.has(name)) {
      into.set(name, schemas.get(name).deepCopy());
      for (String reference : schemas.get(name).findValuesAsText("$ref")) {
        copyWithReferences(schemas, reference.substring(DEFINITIONS.length()), into);
      }
    }
  }

  /** The schema of a kind, or null if this version's own API does not have it. */
  CompiledSchema schema(ObjectType type, Budget budget) {
    JsonNode definition = kinds.path(type.apiVersion()).get(type.kind());
    return definition == null
        ? null
        : definitions.at("/definitions/" + definition.textValue(), budget);
  }

  /** The API versions that have a kind of that name, in byte order. */
  List<String> apiVersionsOf(String kind) {
    List<String> found = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> versions = kinds.properties().iterator();
        versions.hasNext(); ) {
      Map.Entry<String, JsonNode> version = versions.next();
      if (version.getValue().has(kind)) {
        found.add(version.getKey());
      }
    }
    return found;
  }

  /** The names of all kinds in an API version. */
  List<String> kindsOf(String apiVersion) {
    List<String> names = new ArrayList<>();
    kinds.path(apiVersion).fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** True if no custom resource can be in a group: it is one of Kubernetes' own. */
  boolean owns(String group) {
    if (group.indexOf('.') < 0) {
      return true; // groups of custom resources have a domain's name
    }
    for (Iterator<String> versions = kinds.fieldNames(); versions.hasNext(); ) {
      if (versions.next().startsWith(group + "/")) {
        return true;
      }
    }
    return false;
  }

  /** What a schema refers to in whose object there is metadata. */
  static String metadataReference() {
    return DEFINITIONS + OBJECT_META;
  }

  /** The definitions for {@link #metadataReference()}, for whom they are to belong to. */
  ObjectNode metadataDefinitions() {
    return metadata.deepCopy();
  }
}
