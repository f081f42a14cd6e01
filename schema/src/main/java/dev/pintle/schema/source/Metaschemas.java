package dev.pintle.schema.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published schemas that schemas themselves have to meet, as Helm's library carries them. */
final class Metaschemas {

  private static final String HOST = "json-schema.org/";

  private static final Set<String> NAMES =
      Stream.of(
              "draft-04/schema",
              "draft-06/schema",
              "draft-07/schema",
              "draft/2019-09/schema",
              "draft/2019-09/meta/core",
              "draft/2019-09/meta/applicator",
              "draft/2019-09/meta/validation",
              "draft/2019-09/meta/meta-data",
              "draft/2019-09/meta/format",
              "draft/2019-09/meta/content",
              "draft/2020-12/schema",
              "draft/2020-12/meta/core",
              "draft/2020-12/meta/applicator",
              "draft/2020-12/meta/unevaluated",
              "draft/2020-12/meta/validation",
              "draft/2020-12/meta/meta-data",
              "draft/2020-12/meta/format-annotation",
              "draft/2020-12/meta/format-assertion",
              "draft/2020-12/meta/content")
          .collect(Collectors.toUnmodifiableSet());

  private Metaschemas() {}

  /** True for URLs below which schemas are taken to be right without looking. */
  static boolean isTrusted(String url) {
    return url.startsWith("http://" + HOST) || url.startsWith("https://" + HOST);
  }

  /** The metaschema at that URL, or null if there is none; the caller may change it. */
  static JsonNode at(String url, SchemaCost cost) {
    if (!isTrusted(url)) {
      return null;
    }
    String name = url.substring(url.indexOf(HOST) + HOST.length());
    if (name.equals("schema")) {
      return at(Draft.DEFAULT.url(), cost);
    } else if (!NAMES.contains(name)) {
      return null;
    }
    try (InputStream in = Schema.class.getResourceAsStream("/" + name)) {
      JsonNode schema = SchemaJson.read(in.readAllBytes(), cost);
      adapt(name, (ObjectNode) schema);
      return schema;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where the copies that come with the validator differ from those that Helm has. */
  private static void adapt(String name, ObjectNode schema) {
    ObjectNode properties = (ObjectNode) schema.path("properties");
    if (name.equals("draft-04/schema")) {
      properties.putObject("$ref").put("type", "string");
      ((ObjectNode) properties.get("$schema")).put("format", "uri");
    } else if (name.equals("draft-06/schema")) {
      properties.remove("examples");
      ((ObjectNode) properties.get("patternProperties")).remove("propertyNames");
    }
  }
}
