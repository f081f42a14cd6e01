package dev.pintle.render.compose;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
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
record ImportedValues(Warnings warnings, CompositionBudget budget) {

  /** Imports for a chart and all under it, from the bottom up. */
  void bringUp(WorkingChart chart) {
    chart.dependencies().forEach(this::bringUp);
    if (chart.description().dependencies() != null) {
      bringUpInto(chart);
    }
  }

  private void bringUpInto(WorkingChart chart) {
    Table values = new Table();
    new Coalescing(true, warnings, budget).coalesce(chart, values);
    Table imported = new Table();
    for (DeclaredDependency dependency : chart.description().dependencies()) {
      List<Object> mappings = new ArrayList<>();
      for (Object importValue : dependency.importValues()) {
        Table mapping = mapping(importValue);
        if (mapping != null) {
          mappings.add(mapping);
          bringUp(dependency, importValue, mapping, values, imported);
        }
      }
      dependency.setImportValues(mappings);
    }
    if (!imported.isEmpty()) {
      // What was imported is still shared with the values it came from.
      budget.checkDepth(imported);
      values = budget.copyTable(values, false);
      shared().merge(values, imported, "");
    }
    chart.setValues(values);
  }

  private void bringUp(
      DeclaredDependency dependency,
      Object importValue,
      Table mapping,
      Table values,
      Table imported) {
    String path = dependency.name() + "." + mapping.get("child");
    Table found = ValuePaths.table(values, path);
    if (found == null) {
      String reason = GoQuotes.quote(firstThatIsNoTable(values, path)) + " is not a table";
      String error = GoQuotes.logField("error", reason);
      if (importValue instanceof String) {
        warnings.warn(null, "ImportValues missing table", error);
      } else {
        String name = GoQuotes.logField("chart", dependency.name());
        warnings.warn(null, "ImportValues missing table from chart", name, error);
      }
      return;
    }
    shared().merge(imported, at((String) mapping.get("parent"), found), "");
  }

  private static String firstThatIsNoTable(Table values, String path) {
    int end = path.indexOf('.');
    while (end >= 0 && ValuePaths.table(values, path.substring(0, end)) != null) {
      end = path.indexOf('.', end + 1);
    }
    String upTo = end < 0 ? path : path.substring(0, end);
    return upTo.substring(upTo.lastIndexOf('.') + 1);
  }

  private TableMerge shared() {
    return new TableMerge(true, false, false, warnings, budget);
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
  private Table at(String path, Table table) {
    if (path.equals(".")) {
      return table;
    }
    Table at = table;
    List<String> keys = TextParts.split(path, '.');
    if (keys.size() > budget.depth()) {
      throw new LimitException(
          Limit.IMPORT_DEPTH, "import-values has a path of more than " + budget.depth() + " keys");
    }
    for (int i = keys.size() - 1; i >= 0; i--) {
      Table outer = new Table();
      outer.put(keys.get(i), at);
      at = outer;
    }
    return at;
  }
}
