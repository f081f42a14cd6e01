package dev.pintle.schema.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaContext;
import dev.pintle.go.regexp.RegexSyntaxException;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.limit.Budget;
import dev.pintle.schema.format.RegexFormat;
import dev.pintle.schema.keyword.Dialects;
import dev.pintle.schema.keyword.Reference;
import dev.pintle.schema.keyword.SchemaParts;
import dev.pintle.schema.keyword.SchemaTarget;
import dev.pintle.schema.keyword.Scopes;
import dev.pintle.schema.source.Draft;
import dev.pintle.schema.source.JsonPointers;
import dev.pintle.schema.source.SchemaCost;
import dev.pintle.schema.source.SchemaDocument;
import dev.pintle.schema.source.SchemaFault;
import dev.pintle.schema.source.SchemaLibrary;
import dev.pintle.schema.source.SchemaLibrary.Place;
import dev.pintle.schema.source.SchemaResource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Makes schemas ready for the validator: goes through all that can be reached from their start,
 * finds where the references lead, and puts what each keyword means in Helm in the form in which
 * the validator reads it.
 *
 * <p>What cannot be reached is not looked at: a wrong reference there is no error.
 */
final class SchemaCompiler {

  private final SchemaLibrary library;
  private final Dialects dialects;
  private final SchemaParts parts;
  private final boolean formats;
  private final Map<Draft, SchemaContext> contexts = new EnumMap<>(Draft.class);
  private final Scopes scopes = new Scopes();
  private final Map<String, SchemaTarget> targets = new HashMap<>();
  private final Map<SchemaResource, Scopes.Scope> resourceScopes = new HashMap<>();
  private final Deque<Place> queue = new ArrayDeque<>();

  /** What to change in the documents once nothing is looked up in them any more. */
  private final List<Runnable> changes = new ArrayList<>();

  /** Of the compilation that is going on. */
  private SchemaCost cost;

  /**
   * A compiler for one schema, or for several that share definitions.
   *
   * @param parts of all that is compiled
   * @param formats whether {@code format} is checked even where the draft takes it for a remark
   */
  SchemaCompiler(SchemaLibrary library, Dialects dialects, SchemaParts parts, boolean formats) {
    this.library = library;
    this.dialects = dialects;
    this.parts = parts;
    this.formats = formats;
  }

  /**
   * Compiles a schema of a document, and what is not compiled yet of those that it refers to.
   *
   * @param budget counts the work. If it is not enough, the next compilation goes on from there.
   */
  SchemaTarget compile(SchemaDocument document, String pointer, Budget budget) {
    cost = new SchemaCost(budget, parts::add);
    SchemaTarget start = target(new Place(document, pointer));
    while (!queue.isEmpty()) {
      schema(queue.peek());
      queue.remove();
    }
    changes.forEach(Runnable::run);
    changes.clear();
    start.schema();
    return start;
  }

  private SchemaTarget target(Place place) {
    String location = place.document().url(place.pointer());
    SchemaTarget known = targets.get(location);
    if (known != null) {
      return known;
    }
    cost.subschema(location);
    library.ensureSchema(place);
    SchemaResource resource = place.document().resource(place.pointer());
    SchemaTarget target =
        new SchemaTarget(
            location,
            place.document().find(place.pointer()),
            contexts.computeIfAbsent(
                resource.draft(), draft -> dialects.context(draft, formats, parts)));
    targets.put(location, target);
    queue.add(place);
    return target;
  }

  private void schema(Place place) {
    SchemaDocument document = place.document();
    JsonNode found = document.find(place.pointer());
    SchemaResource resource = document.resource(place.pointer());
    Scopes.Scope scope = scope(document, resource);
    if (!(found instanceof ObjectNode schema)) {
      return;
    }
    scopes.put(schema, scope);
    changes.add(() -> schema.remove(List.of("$schema", "$recursiveAnchor")));
    Draft draft = resource.draft();
    boolean only = draft.version() < 2019 && schema.path("$ref").isTextual();
    reference(schema, "$ref", place, resource);
    if (only) {
      besideReference(schema, place, draft);
      return;
    }
    if (draft.version() >= 2019) {
      reference(schema, "$recursiveRef", place, resource);
    }
    if (draft.version() >= 2020) {
      reference(schema, "$dynamicRef", place, resource);
    }
    patterns(schema, place);
    booleanBound(schema, "maximum", "exclusiveMaximum");
    booleanBound(schema, "minimum", "exclusiveMinimum");
    inner(schema, place, draft);
  }

  /**
   * Up to draft 7 what is beside a reference is ignored; but Helm's library looks at {@code const}
   * nevertheless, and at where references lead inside the keywords that draft 4 did not have.
   */
  private void besideReference(ObjectNode schema, Place place, Draft draft) {
    changes.add(
        () -> schema.retain(draft.version() >= 6 ? List.of("$ref", "const") : List.of("$ref")));
    since6(schema, place, draft);
  }

  private Scopes.Scope scope(SchemaDocument document, SchemaResource resource) {
    Scopes.Scope known = resourceScopes.get(resource);
    if (known == null) {
      JsonNode start = document.find(resource.pointer());
      Map<String, SchemaTarget> anchors = new HashMap<>();
      known = new Scopes.Scope(start.path("$recursiveAnchor").asBoolean(false), anchors);
      resourceScopes.put(resource, known);
      for (String anchor : resource.dynamicAnchors()) {
        anchors.put(anchor, target(new Place(document, resource.anchors().get(anchor))));
      }
    }
    return known;
  }

  private void reference(ObjectNode schema, String keyword, Place place, SchemaResource resource) {
    JsonNode url = schema.get(keyword);
    if (url == null || !url.isTextual()) {
      return;
    }
    Place destination = library.resolve(place.document(), resource, url.textValue());
    SchemaTarget target = target(destination);
    JsonNode found = destination.document().find(destination.pointer());
    String anchor = SchemaLibrary.anchorOf(url.textValue());
    boolean dynamic =
        keyword.equals("$dynamicRef")
            && anchor != null
            && anchor.equals(found.path("$dynamicAnchor").asText(null));
    boolean recursive =
        keyword.equals("$recursiveRef") && found.path("$recursiveAnchor").asBoolean(false);
    Reference reference = new Reference(target, dynamic ? anchor : null, recursive, scopes);
    changes.add(() -> schema.set(keyword, reference.asNode()));
  }

  private void patterns(ObjectNode schema, Place place) {
    JsonNode pattern = schema.path("pattern");
    if (pattern.isTextual()) {
      requireRegex(pattern.textValue(), place, "pattern");
    }
    Iterator<String> names = schema.path("patternProperties").fieldNames();
    while (names.hasNext()) {
      requireRegex(names.next(), place, "patternProperties");
    }
  }

  private void requireRegex(String regex, Place place, String keyword) {
    if (parts.hasPattern(regex)) {
      return;
    }
    try {
      parts.addPattern(regex, RegexFormat.compile(regex, cost.budget()));
    } catch (RegexSyntaxException malformed) {
      String url = place.document().url(JsonPointers.child(place.pointer(), keyword));
      throw new SchemaFault(
          "invalid regex "
              + GoQuotes.quote(regex)
              + " at "
              + GoQuotes.quote(url)
              + ": "
              + malformed.getMessage());
    }
  }

  /** Draft 4 has a flag where later drafts have the bound itself. */
  private void booleanBound(ObjectNode schema, String bound, String exclusive) {
    JsonNode flag = schema.path(exclusive);
    if (flag.isBoolean()) {
      changes.add(
          () -> {
            if (!schema.path(exclusive).isBoolean()) {
              return;
            }
            schema.remove(exclusive);
            if (flag.booleanValue() && schema.has(bound)) {
              schema.set(exclusive, schema.remove(bound));
            }
          });
    }
  }

  private void inner(ObjectNode schema, Place place, Draft draft) {
    List.of("allOf", "anyOf", "oneOf").forEach(keyword -> list(schema, place, keyword));
    map(schema, place, "properties");
    map(schema, place, "patternProperties");
    map(schema, place, "dependencies");
    single(schema, place, "not");
    single(schema, place, "additionalProperties");
    if (schema.path("items").isArray() && draft.version() < 2020) {
      list(schema, place, "items");
      single(schema, place, "additionalItems");
    } else {
      single(schema, place, "items");
    }
    since6(schema, place, draft);
    if (draft.version() >= 2019) {
      map(schema, place, "dependentSchemas");
      single(schema, place, "unevaluatedItems");
      single(schema, place, "unevaluatedProperties");
    }
    if (draft.version() >= 2020) {
      list(schema, place, "prefixItems");
    }
  }

  private void since6(ObjectNode schema, Place place, Draft draft) {
    if (draft.version() >= 6) {
      single(schema, place, "contains");
      single(schema, place, "propertyNames");
    }
    if (draft.version() >= 7 && schema.has("if")) {
      JsonNode condition = schema.get("if");
      single(schema, place, "if");
      if (!BooleanNode.FALSE.equals(condition)) {
        single(schema, place, "then");
      }
      if (!BooleanNode.TRUE.equals(condition)) {
        single(schema, place, "else");
      }
    }
  }

  private void single(ObjectNode schema, Place place, String keyword) {
    if (schema.has(keyword)) {
      at(place, JsonPointers.child(place.pointer(), keyword));
    }
  }

  private void list(ObjectNode schema, Place place, String keyword) {
    for (int i = 0; i < schema.path(keyword).size(); i++) {
      at(place, place.pointer() + '/' + keyword + '/' + i);
    }
  }

  private void map(ObjectNode schema, Place place, String keyword) {
    String base = JsonPointers.child(place.pointer(), keyword);
    Iterator<Map.Entry<String, JsonNode>> entries = schema.path(keyword).properties().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      if (!entry.getValue().isArray()) {
        at(place, JsonPointers.child(base, entry.getKey()));
      }
    }
  }

  private void at(Place place, String pointer) {
    target(new Place(place.document(), pointer));
  }
}
