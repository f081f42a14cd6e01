package dev.pintle.schema.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.go.regexp.GoRegex;
import dev.pintle.go.regexp.RegexSyntaxException;
import dev.pintle.limit.Budget;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells of which values a schema says something: it follows the keywords that apply schemas to the
 * entries of objects, and references within the document. Used by one thread.
 */
public final class DescribedPaths {

  private static final int MAX_DEPTH = 100;
  private static final int BYTES_PER_STEP = 16;
  private static final String REF = "$ref";

  /** Keywords with one schema, or several, for the same value. */
  private static final List<String> SAME_VALUE =
      List.of("allOf", "anyOf", "oneOf", "if", "then", "else", "dependentSchemas", "dependencies");

  /** Keywords with one schema for the entries that are not named. */
  private static final List<String> OTHER_ENTRIES =
      List.of("additionalProperties", "unevaluatedProperties");

  private final JsonNode document;
  private final Budget budget;

  /** By their text; null for those that are no good. */
  private final Map<String, GoRegex> patterns = new HashMap<>();

  /**
   * Where this has been with so many keys left: schemas may lead to one another any number of ways.
   */
  private final Map<JsonNode, BitSet> visited = new IdentityHashMap<>();

  private DescribedPaths(JsonNode document, Budget budget) {
    this.document = document;
    this.budget = budget;
  }

  /**
   * Reads a schema.
   *
   * @param budget counts what following it takes
   * @throws SchemaFault if it is not JSON
   */
  public static DescribedPaths of(byte[] schema, Budget budget) {
    budget.worked(schema.length / BYTES_PER_STEP);
    return new DescribedPaths(SchemaJson.read(schema, SchemaCost.ofWork(budget)), budget);
  }

  /** True if something is said of what those keys lead to. */
  public boolean describes(List<String> path) {
    visited.clear();
    return describes(document, path, 0);
  }

  private boolean describes(JsonNode schema, List<String> path, int depth) {
    budget.step();
    if (path.isEmpty()) {
      return true;
    } else if (!schema.isObject() || depth > MAX_DEPTH || wasHere(schema, path.size(), depth)) {
      return false;
    }
    return isFree(schema, depth)
        || describesEntry(schema, path, depth)
        || describesElsewhere(schema, path, depth);
  }

  /**
   * Notes that it is now; at the root, what is said counts otherwise than where it is referred to.
   */
  private boolean wasHere(JsonNode schema, int keysLeft, int depth) {
    if (depth == 0) {
      return false;
    }
    BitSet before = visited.computeIfAbsent(schema, s -> new BitSet());
    boolean was = before.get(keysLeft);
    before.set(keysLeft);
    return was;
  }

  /** True for an object of which nothing is said but that it is one: it may hold anything. */
  private static boolean isFree(JsonNode schema, int depth) {
    return depth > 0
        && schema.path("type").asText().equals("object")
        && !schema.has("properties")
        && !schema.has("patternProperties")
        && !schema.has(REF)
        && SAME_VALUE.stream().noneMatch(schema::has);
  }

  private boolean describesEntry(JsonNode schema, List<String> path, int depth) {
    String key = path.get(0);
    List<String> rest = path.subList(1, path.size());
    JsonNode named = schema.path("properties").path(key);
    if (!named.isMissingNode() && describes(named, rest, depth + 1)) {
      return true;
    }
    for (var pattern : schema.path("patternProperties").properties()) {
      if (matches(pattern.getKey(), key) && describes(pattern.getValue(), rest, depth + 1)) {
        return true;
      }
    }
    for (String keyword : OTHER_ENTRIES) {
      if (schema.path(keyword).isObject() && describes(schema.path(keyword), rest, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean describesElsewhere(JsonNode schema, List<String> path, int depth) {
    for (String keyword : SAME_VALUE) {
      JsonNode value = schema.path(keyword);
      boolean several = value.isArray() || keyword.startsWith("depend");
      for (JsonNode one : several ? value : List.of(value)) {
        if (describes(one, path, depth + 1)) {
          return true;
        }
      }
    }
    JsonNode target = target(schema.path(REF).asText());
    return target != null && describes(target, path, depth + 1);
  }

  private JsonNode target(String reference) {
    if (reference.equals("#")) {
      return document;
    }
    return reference.startsWith("#/")
        ? document.at(reference.substring(1).replace("%25", "%"))
        : null;
  }

  /** A pattern that is no good has been complained of before; until it is mended, it may be any. */
  private boolean matches(String pattern, String key) {
    if (!patterns.containsKey(pattern)) {
      patterns.put(pattern, compiled(pattern));
    }
    GoRegex regex = patterns.get(pattern);
    return regex == null || regex.matches(key, budget);
  }

  private GoRegex compiled(String pattern) {
    try {
      return GoRegex.compile(pattern, budget.limits());
    } catch (RegexSyntaxException malformed) {
      return null;
    }
  }
}
