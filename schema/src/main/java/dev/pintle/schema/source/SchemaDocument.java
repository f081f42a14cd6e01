package dev.pintle.schema.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.limit.LimitException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One schema document with the resources and anchors that are in it. */
public final class SchemaDocument {

  /** Says which draft a {@code $schema} stands for that names none itself. */
  @FunctionalInterface
  interface DraftLookup {
    Draft draftOf(JsonNode schema, Draft fallback, String url, String pointer);
  }

  /** Schemas in schemas: as many as can be built and applied on a thread's stack. */
  private static final int MAX_DEPTH = 250;

  private final String url;
  private final JsonNode root;
  private final DraftLookup drafts;
  private final SchemaCost cost;

  /** By the pointer to where each starts. */
  private final Map<String, SchemaResource> resources = new HashMap<>();

  private final Map<String, SchemaResource> resourcesById = new HashMap<>();
  private final Set<String> collected = new HashSet<>();

  SchemaDocument(String url, JsonNode root, DraftLookup drafts, SchemaCost cost) {
    this.url = url;
    this.root = root;
    this.drafts = drafts;
    this.cost = cost;
    collect(root, url, "", Draft.DEFAULT, 0);
  }

  /** Where it was loaded from. */
  public String url() {
    return url;
  }

  /** The URL of something in it. */
  public String url(String pointer) {
    return url + "#" + JsonPointers.encode(pointer);
  }

  /** What is at that pointer. */
  public JsonNode find(String pointer) {
    return JsonPointers.find(url, pointer, root);
  }

  /** The resource that something in it belongs to. */
  public SchemaResource resource(String pointer) {
    String at = pointer;
    while (true) {
      SchemaResource resource = resources.get(at);
      if (resource != null) {
        return resource;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
  }

  /** The resource of that URL, or null if it is not in this document. */
  SchemaResource resourceOf(String id) {
    if (id.equals(url)) {
      return resources.get("");
    }
    return resourcesById.get(id);
  }

  /**
   * The pointer that a fragment stands for: a pointer below the resource, or one of its anchors.
   */
  String pointer(SchemaResource resource, String fragment) {
    if (fragment.isEmpty() || fragment.startsWith("/")) {
      return resource.pointer() + fragment;
    }
    String pointer = resource.anchors().get(fragment);
    if (pointer == null) {
      String reference = resource.id() + "#" + JsonPointers.encode(fragment);
      throw new SchemaFault(
          "anchor in " + GoQuotes.quote(reference) + " not found in schema " + GoQuotes.quote(url));
    }
    return pointer;
  }

  /** Makes sure that what is in a schema is known; false if it was before. */
  boolean collect(String pointer) {
    if (collected.contains(pointer)) {
      return false;
    }
    JsonNode schema = find(pointer);
    SchemaResource around = resource(pointer);
    collect(schema, around.id(), pointer, around.draft(), 0);
    if (!resources.containsKey(pointer)) {
      collectAnchors(schema, pointer, resource(pointer));
    }
    return true;
  }

  private void collect(JsonNode schema, String base, String pointer, Draft fallback, int depth) {
    if (depth > MAX_DEPTH) {
      throw new LimitException("schemas are nested deeper than " + MAX_DEPTH + " levels");
    }
    if (collected.contains(pointer)) {
      return;
    }
    cost.subschema(pointer);
    if (schema.isObject()) {
      collectObject(schema, base, pointer, fallback, depth);
    } else if (pointer.isEmpty()) {
      put(new SchemaResource(pointer, base, fallback));
    }
    collected.add(pointer);
  }

  private void collectObject(
      JsonNode schema, String base, String pointer, Draft fallback, int depth) {
    Draft draft = drafts.draftOf(schema, fallback, url, pointer);
    String id = draft.idOf(schema);
    if (id.isEmpty() && !pointer.isEmpty()) {
      draft = fallback; // a $schema counts only where a resource starts
      id = draft.idOf(schema);
    }
    String ownBase = id.isEmpty() ? base : idUrl(base, id, pointer);
    if (!id.isEmpty() || pointer.isEmpty()) {
      addResource(ownBase, pointer, draft);
    }
    SchemaResource resource = resourcesById.get(ownBase);
    collectAnchors(schema, pointer, resource);
    for (Draft.Inner inner : draft.innerSchemas(schema, pointer)) {
      collect(inner.node(), ownBase, inner.pointer(), resource.draft(), depth + 1);
    }
  }

  private String idUrl(String base, String id, String pointer) {
    try {
      return SchemaUrls.join(base, id).url();
    } catch (SchemaFault malformed) {
      throw new SchemaFault("error in parsing id at " + GoQuotes.quote(url(pointer)));
    }
  }

  private void addResource(String id, String pointer, Draft draft) {
    SchemaResource same = resourcesById.get(id);
    if (same == null) {
      put(new SchemaResource(pointer, id, draft));
    } else if (!same.pointer().equals(pointer)) {
      throw new SchemaFault(duplicate("id", id, pointer, same.pointer()));
    }
  }

  private void put(SchemaResource resource) {
    resources.put(resource.pointer(), resource);
    resourcesById.put(resource.id(), resource);
  }

  private void collectAnchors(JsonNode schema, String pointer, SchemaResource resource) {
    if (!schema.isObject()) {
      return;
    }
    Draft draft = resource.draft();
    if (draft.version() < 2019) {
      JsonNode id = schema.path(draft.idKeyword());
      if (!schema.has("$ref") && id.isTextual()) {
        String fragment = SchemaUrls.fragment(id.textValue());
        if (!fragment.isEmpty() && !fragment.startsWith("/")) {
          addAnchor(fragment, pointer, resource);
        }
      }
      return;
    }
    if (schema.path("$anchor").isTextual()) {
      addAnchor(schema.get("$anchor").textValue(), pointer, resource);
    }
    if (draft.version() >= 2020 && schema.path("$dynamicAnchor").isTextual()) {
      String name = schema.get("$dynamicAnchor").textValue();
      addAnchor(name, pointer, resource);
      resource.dynamicAnchors().add(name);
    }
  }

  private void addAnchor(String name, String pointer, SchemaResource resource) {
    String other = resource.anchors().putIfAbsent(name, pointer);
    if (other != null && !other.equals(pointer)) {
      throw new SchemaFault(duplicate("anchor", name, other, pointer));
    }
  }

  private String duplicate(String what, String name, String first, String second) {
    return "duplicate %s %s in %s at %s and %s"
        .formatted(
            what,
            GoQuotes.quote(name),
            GoQuotes.quote(url),
            GoQuotes.quote(first),
            GoQuotes.quote(second));
  }
}
