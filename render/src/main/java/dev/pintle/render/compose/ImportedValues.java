package dev.pintle.render.compose;

import dev.pintle.render.format.GoFormat;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings values of subcharts up into their parents, where a dependency has {@code import-values}.
 *
 * <p>Every chart that declares dependencies gets new values of its own by this, with those of its
 * subcharts in them; nulls are kept, since they take effect only when all is coalesced with the
 * user's values.
 */
record ImportedValues(Warnings warnings) {

  /** Imports for a chart and all under it, from the bottom up. */
  void bringUp(WorkingChart chart) {
    chart.dependencies().forEach(this::bringUp);
    if (chart.description().dependencies() != null) {
      bringUpInto(chart);
    }
  }

  private void bringUpInto(WorkingChart chart) {
    Table values = new Table();
    new Coalescing(true, warnings).coalesce(chart, values);
    Table imported = new Table();
    for (DeclaredDependency dependency : chart.description().dependencies()) {
      List<Object> mappings = new ArrayList<>();
      for (Object importValue : dependency.importValues()) {
        Table mapping = mapping(importValue);
        if (mapping != null) {
          mappings.add(mapping);
          bringUp(dependency, mapping, values, imported);
        }
      }
      dependency.setImportValues(mappings);
    }
    if (!imported.isEmpty()) {
      // What was imported is still shared with the values it came from.
      values = values.deepCopy();
      shared().merge(values, imported, "");
    }
    chart.setValues(values);
  }

  private void bringUp(DeclaredDependency dependency, Table mapping, Table values, Table imported) {
    String child = (String) mapping.get("child");
    Table found = ValuePaths.table(values, dependency.name() + "." + child);
    if (found == null) {
      warnings.add(
          null, "ImportValues missing table from chart chart=%s path=%s", dependency.name(), child);
      return;
    }
    shared().merge(imported, at((String) mapping.get("parent"), found), "");
  }

  private TableMerge shared() {
    return new TableMerge(true, false, false, warnings);
  }

  /**
   * From where to where: a name alone stands for a table in {@code exports} and for the top. Null
   * for anything else, such as a mapping that was followed before: two charts that share a
   * description import once.
   */
  private static Table mapping(Object importValue) {
    Table mapping = Table.ofType(GoType.STRING_MAP);
    if (importValue instanceof String name) {
      mapping.put("child", "exports." + name);
      mapping.put("parent", ".");
    } else if (importValue instanceof Table table && table.type() == GoType.MAP) {
      mapping.put("child", GoFormat.sprintf("%v", table.get("child")));
      mapping.put("parent", GoFormat.sprintf("%v", table.get("parent")));
    } else {
      return null;
    }
    return mapping;
  }

  /** The table itself if the path is a dot alone, otherwise tables around it for each key. */
  private static Table at(String path, Table table) {
    if (path.equals(".")) {
      return table;
    }
    Table at = table;
    String[] keys = path.split("\\.", -1);
    for (int i = keys.length - 1; i >= 0; i--) {
      Table outer = new Table();
      outer.put(keys[i], at);
      at = outer;
    }
    return at;
  }
}
