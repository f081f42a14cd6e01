package dev.pintle.validate;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.limit.Budget;
import dev.pintle.values.Table;
import java.util.List;
import java.util.function.Predicate;

/**
 * Checks the values of one chart against its {@code values.schema.json}. Implementations are found
 * as services, are immutable and may be used by several threads.
 */
public interface ValuesValidator {

  /**
   * What was found.
   *
   * @param helmReport the report in Helm's words; empty if the values meet the schema
   * @param diagnostics the same as data, one per violation
   */
  record Report(String helmReport, List<Diagnostic> diagnostics) {

    /** Nothing was found. */
    public static final Report VALID = new Report("", List.of());

    /** The list is copied. */
    public Report {
      diagnostics = List.copyOf(diagnostics);
    }

    /** True if the values meet the schema. */
    public boolean isValid() {
      return helmReport.isEmpty();
    }
  }

  /**
   * Checks values.
   *
   * @param schema the bytes of the schema file; the same array for the same chart, so that it can
   *     serve as a key for what was compiled from it
   * @param values coalesced values of the chart, {@code global} and subcharts' values among them
   * @param schemaFile the schema's path as the user knows it, for diagnostics
   * @param budget counts what the check does; what needs more than it has is reported as a
   *     violation
   */
  Report validate(byte[] schema, Table values, String schemaFile, Budget budget);

  /**
   * Tells of which values a schema says something, be there such values or not. A schema that only
   * lets everything pass says nothing.
   *
   * @param budget counts what telling takes
   * @return takes the keys that lead to a value from the chart's values, at least one
   */
  default Predicate<List<String>> describedBy(byte[] schema, Budget budget) {
    return path -> false;
  }
}
