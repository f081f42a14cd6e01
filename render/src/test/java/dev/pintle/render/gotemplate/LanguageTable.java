package dev.pintle.render.gotemplate;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table of templates and what Helm makes of them, one a line.
 *
 * <pre>
 * TEMPLATE [ &lt;=== {VALUES AS JSON} ] ===&gt; OUTPUT
 * TEMPLATE [ &lt;=== {VALUES AS JSON} ] !!!&gt; ERROR
 * </pre>
 *
 * <p>{@code ⏎} stands for a newline, {@code ␠} for a space at the end of an output. The right sides
 * are Helm's own: see {@code oracle/README.md} next to the tables.
 */
final class LanguageTable {

  private static final String GIVES = " ===>";
  private static final String FAILS = " !!!>";
  private static final String WITH = " <=== ";

  private LanguageTable() {}

  /** One line of a table. */
  record Row(int line, String template, String values, boolean fails, String expected) {

    /** What the template sees as its dot. */
    Table context() throws JsonException {
      return LanguageTable.context(values);
    }
  }

  /** What templates see in Helm, as far as the tables use it. */
  static Table context(String valuesAsJson) throws JsonException {
    Table values = valuesAsJson.isEmpty() ? new Table() : (Table) JsonReader.read(valuesAsJson);
    Table release = new Table();
    release.put("Name", "rel");
    release.put("Revision", GoInt.of(1));
    Table template = Table.ofType(GoType.VALUES);
    template.put("Name", "c/templates/t.yaml");
    template.put("BasePath", "c/templates");
    Table context = Table.ofType(GoType.VALUES);
    context.put("Values", values.as(GoType.VALUES));
    context.put("Release", release);
    context.put("Template", template);
    return context;
  }

  static List<Row> read(String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream in = LanguageTable.class.getResourceAsStream("/language/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int number = 0;
      for (String line : text.split("\n")) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(row(number, line));
        }
      }
    }
    return rows;
  }

  private static Row row(int number, String line) {
    boolean fails = !line.contains(GIVES);
    String arrow = fails ? FAILS : GIVES;
    int at = line.indexOf(arrow);
    String left = line.substring(0, at);
    String right = line.substring(at + arrow.length());
    int with = left.indexOf(WITH);
    return new Row(
        number,
        (with < 0 ? left : left.substring(0, with)).replace('⏎', '\n'),
        with < 0 ? "" : left.substring(with + WITH.length()).trim(),
        fails,
        (right.isEmpty() ? "" : right.substring(1)).replace('⏎', '\n').replace('␠', ' '));
  }
}
