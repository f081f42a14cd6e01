package dev.pintle.schema.report;

import dev.pintle.schema.keyword.ReportSize;
import dev.pintle.schema.node.JsonValues;
import java.util.List;

/** The report as text: a list that is indented where one violation has others as causes. */
public final class ViolationText {

  private ViolationText() {}

  /**
   * The lines of all violations, without line feed at the end.
   *
   * @throws dev.pintle.limit.LimitException if the report grows too large
   */
  public static String lines(List<Violation> violations, ReportSize size) {
    StringBuilder text = new StringBuilder();
    append(text, violations, 0, true, size);
    return text.substring(1);
  }

  /** The same without what the values are. */
  public static String linesWithoutValues(List<Violation> violations, ReportSize size) {
    StringBuilder text = new StringBuilder();
    append(text, violations, 0, false, size);
    return text.substring(1);
  }

  /** The lines below the sentence that names the schema. */
  public static String report(String schemaUrl, List<Violation> violations, ReportSize size) {
    return "jsonschema validation failed with "
        + JsonValues.quoted(schemaUrl)
        + "\n"
        + lines(violations, size);
  }

  private static void append(
      StringBuilder text,
      List<Violation> violations,
      int indent,
      boolean withValues,
      ReportSize size) {
    for (Violation violation : violations) {
      int before = text.length();
      text.append('\n').append("  ".repeat(indent)).append("- at ");
      text.append(JsonValues.quoted(violation.pointer())).append(": ");
      text.append(withValues ? violation.text() : violation.valueless());
      size.add(text.length() - before);
      append(text, violation.causes(), indent + 1, withValues, size);
    }
  }
}
