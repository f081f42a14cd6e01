package dev.pintle.schema.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The drafts of JSON Schema that Helm reads, and where each has schemas inside schemas. */
public enum Draft {
  DRAFT_4(4, "http://json-schema.org/draft-04/schema"),
  DRAFT_6(6, "http://json-schema.org/draft-06/schema"),
  DRAFT_7(7, "http://json-schema.org/draft-07/schema"),
  DRAFT_2019(2019, "https://json-schema.org/draft/2019-09/schema"),
  DRAFT_2020(2020, "https://json-schema.org/draft/2020-12/schema");

  /** What a schema without {@code $schema} is written in. */
  public static final Draft DEFAULT = DRAFT_2020;

  private static final List<String> SINGLE =
      List.of("not", "additionalProperties", "items", "additionalItems");
  private static final List<String> SINGLE_6 = List.of("propertyNames", "contains");
  private static final List<String> SINGLE_7 = List.of("if", "then", "else");
  private static final List<String> SINGLE_2019 =
      List.of("unevaluatedProperties", "unevaluatedItems", "contentSchema");
  private static final List<String> MAPS =
      List.of("definitions", "properties", "patternProperties", "dependencies");
  private static final List<String> MAPS_2019 = List.of("$defs", "dependentSchemas");
  private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf", "items");
  private static final List<String> LISTS_2020 = List.of("prefixItems");

  private final int version;
  private final String url;

  Draft(int version, String url) {
    this.version = version;
    this.url = url;
  }

  /** 4, 6, 7, or the year of a draft that is named by its date. */
  public int version() {
    return version;
  }

  /** The URL of its metaschema, without fragment. */
  public String url() {
    return url;
  }

  String idKeyword() {
    return version == 4 ? "id" : "$id";
  }

  /** The draft that a {@code $schema} names; null if it names none. */
  static Draft named(String schema) {
    String name = schema.endsWith("#") ? schema.substring(0, schema.length() - 1) : schema;
    if (name.startsWith("http://")) {
      name = name.substring("http://".length());
    } else if (name.startsWith("https://")) {
      name = name.substring("https://".length());
    }
    if (name.equals("json-schema.org/schema")) {
      return DEFAULT;
    }
    for (Draft draft : values()) {
      if (draft.url.endsWith("//" + name)) {
        return draft;
      }
    }
    return null;
  }

  /** The identifier that a schema gives itself, without fragment; empty if it gives none. */
  String idOf(JsonNode schema) {
    if (version < 2019 && schema.has("$ref")) {
      return "";
    }
    String id = schema.path(idKeyword()).asText("");
    if (!schema.path(idKeyword()).isTextual()) {
      return "";
    }
    int hash = id.indexOf('#');
    return hash < 0 ? id : id.substring(0, hash);
  }

  /** A schema inside another one: the pointer from there, and what stands there. */
  record Inner(String pointer, JsonNode node) {}

  /** All schemas right inside a schema, as far as the draft's keywords tell. */
  List<Inner> innerSchemas(JsonNode schema, String pointer) {
    List<Inner> found = new ArrayList<>();
    single(SINGLE, schema, pointer, found);
    maps(MAPS, schema, pointer, found);
    lists(LISTS, schema, pointer, found);
    if (version >= 6) {
      single(SINGLE_6, schema, pointer, found);
    }
    if (version >= 7) {
      single(SINGLE_7, schema, pointer, found);
    }
    if (version >= 2019) {
      single(SINGLE_2019, schema, pointer, found);
      maps(MAPS_2019, schema, pointer, found);
    }
    if (version >= 2020) {
      lists(LISTS_2020, schema, pointer, found);
    }
    return found;
  }

  private static void single(
      List<String> keywords, JsonNode schema, String pointer, List<Inner> found) {
    for (String keyword : keywords) {
      JsonNode node = schema.get(keyword);
      if (node != null) {
        found.add(new Inner(JsonPointers.child(pointer, keyword), node));
      }
    }
  }

  private static void maps(
      List<String> keywords, JsonNode schema, String pointer, List<Inner> found) {
    for (String keyword : keywords) {
      String base = JsonPointers.child(pointer, keyword);
      Iterator<Map.Entry<String, JsonNode>> entries = schema.path(keyword).properties().iterator();
      while (entries.hasNext()) {
        Map.Entry<String, JsonNode> entry = entries.next();
        found.add(new Inner(JsonPointers.child(base, entry.getKey()), entry.getValue()));
      }
    }
  }

  private static void lists(
      List<String> keywords, JsonNode schema, String pointer, List<Inner> found) {
    for (String keyword : keywords) {
      JsonNode list = schema.path(keyword);
      for (int i = 0; list.isArray() && i < list.size(); i++) {
        found.add(new Inner(pointer + '/' + keyword + '/' + i, list.get(i)));
      }
    }
  }
}
