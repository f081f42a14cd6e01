package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.yaml.JsonTypes;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A {@code Chart.yaml} by itself, as it is before a chart is made of it. Immutable.
 *
 * @param metadata what it says, without items of lists that are null
 * @param emptyMaintainer how many maintainers stand before the first that is null; -1 if none is
 */
public record ChartDescription(Metadata metadata, int emptyMaintainer) {

  private static final String FILE = "Chart.yaml";

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "home",
          "sources",
          "version",
          "description",
          "keywords",
          "maintainers",
          "icon",
          "apiversion",
          "condition",
          "tags",
          "appversion",
          "deprecated",
          "annotations",
          "kubeversion",
          "dependencies",
          "type");

  private static final Set<String> OF_MAINTAINERS = Set.of("name", "email", "url");

  private static final Set<String> OF_DEPENDENCIES =
      Set.of(
          "name",
          "version",
          "repository",
          "condition",
          "tags",
          "enabled",
          "import-values",
          "alias");

  /**
   * Reads a description as it stands: nothing is checked, cleaned or assumed.
   *
   * @param budget counts what reading takes
   * @throws dev.pintle.diagnostic.PintleException with the message of Helm's {@code LoadChartfile}
   *     if it is no YAML, or a field has the wrong type
   */
  public static ChartDescription read(String text, Budget budget) {
    Object content = YamlReader.read(text, ReadOptions.of(FILE).within(budget).withIntegers());
    MetadataDraft draft = new MetadataDraft(FILE);
    if (content instanceof Table table) {
      try {
        draft.read(table);
      } catch (StructMismatchException e) {
        throw ChartFileException.of(
                "error unmarshaling JSON: while decoding JSON: " + e.getMessage(),
                Diagnostic.of(Diagnostic.Kind.CHART, e.getMessage(), e.position())
                    .withSourceFrom(text))
            .toPintleException();
      }
    } else if (content != null) {
      throw JsonTypes.mismatch(content, "Go value of type v2.Metadata");
    }
    return new ChartDescription(draft.toMetadata(), draft.emptyMaintainer());
  }

  /** The first field, in byte order, that Helm does not know; null if it knows all of them. */
  public static String unknownField(Table content) {
    for (Table.Slot slot : content.sorted()) {
      String key = slot.getKey().toLowerCase(Locale.ROOT);
      if (!FIELDS.contains(key)) {
        return slot.getKey();
      }
      String inner =
          switch (key) {
            case "maintainers" -> unknownField(slot.getValue(), OF_MAINTAINERS);
            case "dependencies" -> unknownField(slot.getValue(), OF_DEPENDENCIES);
            default -> null;
          };
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  private static String unknownField(Object list, Set<String> fields) {
    for (Object item : list instanceof Sequence sequence ? sequence : List.of()) {
      for (Table.Slot slot : item instanceof Table table ? table.sorted() : new Table.Slot[0]) {
        if (!fields.contains(slot.getKey().toLowerCase(Locale.ROOT))) {
          return slot.getKey();
        }
      }
    }
    return null;
  }
}
