package dev.pintle.render;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.validate.ValuesValidator;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the values of a chart and of all enabled charts below it against their {@code
 * values.schema.json}, and reports what all of them found together.
 */
final class ValuesCheck {

  private static final String SCHEMA_FILE = "values.schema.json";

  private final ValuesValidator validator;
  private final Budget budget;
  private final StringBuilder report = new StringBuilder();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Of all charts; what is said of several is said once. */
  private final Set<Diagnostic> warnings = new LinkedHashSet<>();

  private ValuesCheck(ValuesValidator validator, Budget budget) {
    this.validator = validator;
    this.budget = budget;
  }

  /**
   * Checks.
   *
   * @param validator null if there is none, which is an error as soon as a chart has a schema
   * @return warnings
   * @throws PintleException with Helm's message if values do not meet a schema
   */
  static List<Diagnostic> check(ComposedChart root, ValuesValidator validator, Budget budget) {
    ValuesCheck check = new ValuesCheck(validator, budget);
    check.chart(root, root.values());
    List<Diagnostic> warnings = new ArrayList<>(check.warnings);
    if (!check.report.isEmpty()) {
      PintleException violated =
          new PintleException(
              "values don't meet the specifications of the schema(s) in the following chart(s):\n"
                  + check.report,
              check.diagnostics);
      violated.addEarlierWarnings(warnings);
      throw violated;
    }
    return warnings;
  }

  private void chart(ComposedChart chart, Table values) {
    chart.chart().schema().ifPresent(schema -> schema(chart, schema, values));
    for (ComposedChart dependency : chart.dependencies()) {
      Object own = values.get(dependency.name());
      if (own instanceof Table table) {
        chart(dependency, table);
      } else if (own != null) {
        String fault = "invalid type for values: expected object (map), got " + GoType.nameOf(own);
        report.append(dependency.name()).append(":\n").append(fault).append('\n');
        diagnostics.add(
            Diagnostic.of(Diagnostic.Kind.SCHEMA, fault, values.positionOf(dependency.name())));
      }
    }
  }

  private void schema(ComposedChart chart, byte[] schema, Table values) {
    if (validator == null) {
      throw new PintleException(
          Diagnostic.Kind.SCHEMA,
          "chart "
              + chart.path()
              + " has a "
              + SCHEMA_FILE
              + ", but no values validator is present: add pintle-schema, or skip the validation");
    }
    ValuesValidator.Report found =
        validator.validate(schema, values, chart.path() + "/" + SCHEMA_FILE, budget);
    if (!found.isValid()) {
      report.append(chart.name()).append(":\n").append(found.helmReport());
      diagnostics.addAll(found.diagnostics());
    } else {
      warnings.addAll(found.diagnostics());
    }
  }
}
