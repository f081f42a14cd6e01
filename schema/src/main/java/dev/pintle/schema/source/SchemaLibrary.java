package dev.pintle.schema.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.schema.format.Formats;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The documents that one schema consists of: its own and those that it refers to. Those come from
 * the metaschemas or from a resolver that the caller handed in, never from the network or a file.
 */
public final class SchemaLibrary {

  /** Says what is wrong with a schema by the metaschema of its draft. */
  @FunctionalInterface
  public interface MetaschemaCheck {

    /** The report, or null if there is nothing to report. */
    String faults(JsonNode schema, Draft draft);
  }

  private final Function<String, byte[]> resolver;
  private final MetaschemaCheck check;
  private final SchemaCost cost;
  private final Map<String, SchemaDocument> documents = new HashMap<>();
  private final Set<String> unresolvedNames = new LinkedHashSet<>();

  /**
   * A library without documents.
   *
   * @param resolver gives the bytes of a document, or null
   * @param cost what reading documents takes
   */
  public SchemaLibrary(Function<String, byte[]> resolver, MetaschemaCheck check, SchemaCost cost) {
    this.resolver = resolver;
    this.check = check;
    this.cost = cost;
  }

  /** A place in a document. */
  public record Place(SchemaDocument document, String pointer) {}

  /** The {@code urn:} references that nobody resolved, and that every value meets therefore. */
  public Set<String> unresolvedNames() {
    return unresolvedNames;
  }

  /** Adds a document. */
  public SchemaDocument add(String url, byte[] json) {
    return add(url, SchemaJson.read(json, cost));
  }

  /** Adds a document that was read before; compiling changes it. */
  public SchemaDocument add(String url, JsonNode root) {
    SchemaDocument document = new SchemaDocument(url, root, this::draftOf, cost);
    if (!Metaschemas.isTrusted(url)) {
      check(document, "");
    }
    documents.put(url, document);
    return document;
  }

  private void check(SchemaDocument document, String pointer) {
    String faults = check.faults(document.find(pointer), document.resource(pointer).draft());
    if (faults != null) {
      throw new SchemaFault(
          GoQuotes.quote(document.url(pointer)) + " is not valid against metaschema: " + faults);
    }
  }

  /** The document at a URL, loaded if need be. */
  public SchemaDocument document(String url) {
    SchemaDocument known = documents.get(url);
    return known != null ? known : add(url, load(url));
  }

  private JsonNode load(String url) {
    JsonNode metaschema = Metaschemas.at(url, cost);
    if (metaschema != null) {
      return metaschema;
    }
    byte[] json = resolver.apply(url);
    if (json != null) {
      return SchemaJson.read(json, cost);
    } else if (url.startsWith("urn:")) {
      unresolvedNames.add(url);
      return BooleanNode.TRUE;
    }
    String reason =
        url.startsWith("http:") || url.startsWith("https:") || url.startsWith("file:")
            ? "schemas outside of the chart's values.schema.json are not read"
            : "no URLLoader registered for " + GoQuotes.quote(SchemaUrls.written(url));
    throw new SchemaFault("failing loading " + GoQuotes.quote(url) + ": " + reason);
  }

  /** Makes a place known that is in no schema's usual place, and checks what is there. */
  public void ensureSchema(Place place) {
    if (place.document.collect(place.pointer)) {
      check(place.document, place.pointer);
    }
  }

  /** Where a reference leads that stands in a resource of a document. */
  public Place resolve(SchemaDocument document, SchemaResource resource, String reference) {
    SchemaUrls.Split split = SchemaUrls.join(resource.id(), reference);
    SchemaResource local = document.resourceOf(split.url());
    if (local != null) {
      return new Place(document, document.pointer(local, split.fragment()));
    }
    SchemaDocument remote = document(split.url());
    return new Place(remote, remote.pointer(remote.resource(""), split.fragment()));
  }

  /** The anchor that a reference names; null if it names none or a pointer. */
  public static String anchorOf(String reference) {
    String fragment = SchemaUrls.fragment(reference);
    return fragment.isEmpty() || fragment.startsWith("/") ? null : fragment;
  }

  private Draft draftOf(JsonNode schema, Draft fallback, String url, String pointer) {
    Set<String> cycle = new HashSet<>();
    JsonNode described = schema;
    String place = url;
    boolean root = pointer.isEmpty();
    while (true) {
      JsonNode name = described.path("$schema");
      if (!name.isTextual()) {
        return fallback;
      }
      Draft draft = Draft.named(name.textValue());
      if (draft != null) {
        return draft;
      }
      int hash = name.textValue().indexOf('#');
      String metaschema = hash < 0 ? name.textValue() : name.textValue().substring(0, hash);
      String fault = Formats.urlFault(metaschema);
      if (fault != null) {
        String at = place + "#" + JsonPointers.encode(root ? "" : pointer);
        throw new SchemaFault("invalid $schema in " + GoQuotes.quote(at) + ": " + fault);
      } else if (root && metaschema.equals(place)) {
        throw new SchemaFault("draft " + GoQuotes.quote(metaschema) + " is not supported");
      } else if (!cycle.add(metaschema)) {
        throw new SchemaFault("cycle in resolving $schema in " + GoQuotes.quote(metaschema));
      }
      SchemaDocument known = documents.get(metaschema);
      described = known != null ? known.find("") : load(metaschema);
      place = metaschema;
      root = true;
    }
  }
}
