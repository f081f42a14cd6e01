package dev.pintle.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Helm says of values: every case of the tables beside this class. A table has a line with a
 * schema, and below it lines with values, each followed by Helm's report.
 */
class HelmReportsTest {

  private static final List<String> TABLES =
      List.of("scalars", "objects", "arrays", "composition", "references", "formats", "broken");

  private final JsonSchemaValuesValidator validator = new JsonSchemaValuesValidator();

  record Case(String schema, String values, String report) {}

  @TestFactory
  Stream<DynamicTest> reports() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String table : TABLES) {
      for (Case row : read(table)) {
        tests.add(
            DynamicTest.dynamicTest(
                table + ": " + row.schema + " " + row.values, () -> assertReport(row)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(500);
    return tests.stream();
  }

  /** All rows of all tables. */
  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String table : TABLES) {
      cases.addAll(read(table));
    }
    return cases.stream();
  }

  private void assertReport(Case row) throws JsonException {
    Table values = (Table) JsonReader.read(row.values);
    String report =
        validator
            .validate(
                GoStrings.toBytes(row.schema),
                values,
                "values.schema.json",
                new Budget(Limits.defaults(), "the schema"))
            .helmReport();
    assertThat(report).isEqualTo(row.report);
  }

  private static List<Case> read(String table) throws IOException {
    String schema = null;
    String values = null;
    StringBuilder report = new StringBuilder();
    List<Case> cases = new ArrayList<>();
    for (String line : lines(table)) {
      boolean header = line.isEmpty() || line.startsWith("#") || line.startsWith("schema ");
      if (header || line.startsWith("values ")) {
        if (values != null) {
          cases.add(new Case(schema, values, expected(report)));
        }
        report.setLength(0);
        values = header ? null : line.substring("values ".length());
        schema = line.startsWith("schema ") ? unquoted(line.substring("schema ".length())) : schema;
      } else {
        report.append(line).append('\n');
      }
    }
    return cases;
  }

  /** The table ends each line; Helm ends the lines of violations, and no other report. */
  private static String expected(StringBuilder report) {
    String text = report.toString();
    if (text.equals("ok\n")) {
      return "";
    }
    return text.startsWith("- at ") ? text : text.substring(0, text.length() - 1);
  }

  /** A schema file that would not be one line as it is, is written as a JSON string. */
  private static String unquoted(String schema) {
    try {
      return schema.startsWith("\"") ? (String) JsonReader.read(schema) : schema;
    } catch (JsonException itself) {
      return schema;
    }
  }

  private static List<String> lines(String table) throws IOException {
    try (InputStream in = HelmReportsTest.class.getResourceAsStream(table + ".txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.concat(text.lines(), Stream.of("")).toList();
    }
  }
}
