package dev.pintle.schema.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How evaluation paths and locations go on below each keyword that has schemas inside. */
public final class EvaluationTokens {

  private static final Set<String> NAMING =
      Set.of(
          "allOf",
          "anyOf",
          "oneOf",
          "properties",
          "patternProperties",
          "dependencies",
          "dependentSchemas",
          "items",
          "prefixItems",
          "additionalItems");

  private static final Set<String> ENTERING =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "items",
          "prefixItems",
          "additionalItems",
          "contains",
          "unevaluatedItems");

  /** Stands in a path where a validation of its own starts. */
  public static final int NEW_START = Integer.MIN_VALUE;

  private EvaluationTokens() {}

  /** The tokens of a path that are keywords, names and indexes, from its last start on. */
  public static List<Object> ofSchema(List<?> path) {
    List<Object> tokens =
        new ArrayList<>(path.subList(path.lastIndexOf(NEW_START) + 1, path.size()));
    tokens.removeIf(token -> token instanceof Integer number && number < 0);
    return tokens;
  }

  /** True if the keyword's token is followed by one that tells which of its schemas it is. */
  public static boolean namesSubschema(String keyword) {
    return NAMING.contains(keyword);
  }

  /** True if the keyword's schemas are for a member of the value, which the location goes into. */
  public static boolean entersMember(String keyword) {
    return ENTERING.contains(keyword);
  }

  /** True if the keyword leads to another schema. */
  public static boolean isReference(String keyword) {
    return ReferenceValidator.KEYWORDS.contains(keyword);
  }

  /** The index from which on Helm counts items in messages, for the token after a keyword. */
  public static int firstCounted(Object token) {
    return Math.max(0, ItemsValidator.restFrom(token));
  }
}
