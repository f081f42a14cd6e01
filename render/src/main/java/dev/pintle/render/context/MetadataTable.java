package dev.pintle.render.context;

import dev.pintle.chart.Dependency;
import dev.pintle.chart.Metadata;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes what templates see as {@code .Chart}: the fields of {@code Chart.yaml} under the names of
 * Helm's Go structs, as a map.
 */
final class MetadataTable {

  private MetadataTable() {}

  static Table of(Metadata metadata, boolean isRoot) {
    Table chart = new Table();
    chart.put("Name", metadata.name());
    chart.put("Home", metadata.home());
    chart.put("Sources", Sequence.copyOf(metadata.sources()));
    chart.put("Version", metadata.version());
    chart.put("Description", metadata.description());
    chart.put("Keywords", Sequence.copyOf(metadata.keywords()));
    chart.put(
        "Maintainers",
        tables(
            metadata.maintainers(),
            maintainer -> {
              Table table = new Table();
              table.put("Name", maintainer.name());
              table.put("Email", maintainer.email());
              table.put("URL", maintainer.url());
              return table;
            }));
    chart.put("Icon", metadata.icon());
    chart.put("APIVersion", metadata.apiVersion());
    chart.put("Condition", metadata.condition());
    chart.put("Tags", metadata.tags());
    chart.put("AppVersion", metadata.appVersion());
    chart.put("Deprecated", metadata.deprecated());
    chart.put("Annotations", annotations(metadata.annotations()));
    chart.put("KubeVersion", metadata.kubeVersion());
    chart.put("Dependencies", tables(metadata.dependencies(), MetadataTable::dependency));
    chart.put("Type", metadata.type());
    chart.put("IsRoot", isRoot);
    return chart;
  }

  /** Where a chart has none, Go has a nil map. */
  private static Table annotations(Map<String, String> annotations) {
    if (annotations.isEmpty()) {
      return Table.nil(GoType.STRING_MAP);
    }
    Table table = Table.ofType(GoType.STRING_MAP);
    table.putAll(annotations);
    return table;
  }

  /** By then every dependency that is left is enabled, and goes by its alias. */
  private static Table dependency(Dependency dependency) {
    Table table = new Table();
    table.put("Name", dependency.nameInParent());
    table.put("Version", dependency.version());
    table.put("Repository", dependency.repository());
    table.put("Condition", dependency.condition());
    table.put("Tags", Sequence.copyOf(dependency.tags()));
    table.put("Enabled", true);
    table.put("ImportValues", Sequence.copyOf(dependency.importValues()));
    table.put("Alias", dependency.alias());
    return table;
  }

  private static <T> Sequence tables(Collection<T> items, Function<T, Table> toTable) {
    return Sequence.copyOf(items.stream().map(toTable).toList());
  }
}
