package dev.pintle.schema.kubernetes;

import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.release.manifest.ManifestDocuments;
import dev.pintle.schema.compile.CompiledSchema;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The definitions of custom resources in one file. It is parsed when a kind is asked for that its
 * text mentions, and each schema is compiled when it is first used. Thread-safe.
 */
final class CrdFile {

  static final String KIND = "CustomResourceDefinition";

  /** For a search. */
  private static final int CHARACTERS_PER_STEP = 1_024;

  private final String name;
  private final String text;
  private final Map<ObjectType, CompiledSchema> compiled = new HashMap<>();
  private Map<ObjectType, Table> schemas;

  /**
   * A file.
   *
   * @param name how the user knows it
   * @param text one or more documents; those that define nothing are passed over
   */
  CrdFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * The schema of a kind, or null if it is not defined here.
   *
   * @param compiler makes it of an {@code openAPIV3Schema}; the same one each time
   * @param budget counts the work of looking and reading
   * @throws dev.pintle.schema.source.SchemaFault if it cannot be used
   * @throws YamlException if this is no YAML
   */
  synchronized CompiledSchema schema(
      ObjectType type, Function<Table, CompiledSchema> compiler, Budget budget) {
    CompiledSchema known = compiled.get(type);
    if (known == null && mentions(type, budget) && schemas(budget).containsKey(type)) {
      known = compiler.apply(schemas(budget).get(type));
      compiled.put(type, known);
    }
    return known;
  }

  /** The API versions of that group that define a kind, to tell why one is not known. */
  synchronized List<String> apiVersionsOf(ObjectType type, Budget budget) {
    return !mentions(type, budget)
        ? List.of()
        : schemas(budget).keySet().stream()
            .filter(known -> known.kind().equals(type.kind()))
            .filter(known -> known.group().equals(type.group()))
            .map(ObjectType::apiVersion)
            .toList();
  }

  private boolean mentions(ObjectType type, Budget budget) {
    budget.worked(1 + (schemas == null ? text.length() / CHARACTERS_PER_STEP : schemas.size()));
    return schemas == null
        ? text.contains(type.kind()) && text.contains(type.group()) && text.contains(KIND)
        : !schemas.isEmpty();
  }

  private Map<ObjectType, Table> schemas(Budget budget) {
    if (schemas == null) {
      budget.worked(text.length());
      Map<ObjectType, Table> found = new HashMap<>();
      ReadOptions options = ReadOptions.of(name).withIntegers().within(budget.limits());
      for (ManifestDocuments.Document document : ManifestDocuments.split(text)) {
        if (document.text().contains(KIND)
            && YamlReader.read(document.text(), options) instanceof Table table) {
          addDefinition(table, found);
        }
      }
      schemas = found;
    }
    return schemas;
  }

  private static void addDefinition(Table definition, Map<ObjectType, Table> found) {
    if (KIND.equals(definition.get("kind"))
        && definition.get("spec") instanceof Table spec
        && spec.get("group") instanceof String group
        && spec.get("names") instanceof Table names
        && names.get("kind") instanceof String kind
        && spec.get("versions") instanceof Sequence versions) {
      for (Object version : versions) {
        if (version instanceof Table table && table.get("name") instanceof String versionName) {
          found.put(new ObjectType(group + "/" + versionName, kind), openApi(table));
        }
      }
    }
  }

  private static Table openApi(Table version) {
    if (version.get("schema") instanceof Table schema
        && schema.get("openAPIV3Schema") instanceof Table openApi) {
      return openApi;
    }
    Table anything = new Table();
    anything.put("type", "object");
    anything.put("x-kubernetes-preserve-unknown-fields", true);
    return anything;
  }

  @Override
  public String toString() {
    return name;
  }
}
