package dev.pintle.schema.report;

import dev.pintle.schema.node.JsonValues;
import java.util.List;

/** The report as text: a list that is indented where one violation has others as causes. */
public final class ViolationText {

  private ViolationText() {}

  /** The lines of all violations, without line feed at the end. */
  public static String lines(List<Violation> violations) {
    StringBuilder text = new StringBuilder();
    append(text, violations, 0, true);
    return text.substring(1);
  }

  /** The same without what the values are. */
  public static String linesWithoutValues(List<Violation> violations) {
    StringBuilder text = new StringBuilder();
    append(text, violations, 0, false);
    return text.substring(1);
  }

  /** The lines below the sentence that names the schema. */
  public static String report(String schemaUrl, List<Violation> violations) {
    return "jsonschema validation failed with "
        + JsonValues.quoted(schemaUrl)
        + "\n"
        + lines(violations);
  }

  private static void append(
      StringBuilder text, List<Violation> violations, int indent, boolean withValues) {
    for (Violation violation : violations) {
      text.append('\n').append("  ".repeat(indent)).append("- at ");
      text.append(JsonValues.quoted(violation.pointer())).append(": ");
      text.append(withValues ? violation.text() : violation.valueless());
      append(text, violation.causes(), indent + 1, withValues);
    }
  }
}
