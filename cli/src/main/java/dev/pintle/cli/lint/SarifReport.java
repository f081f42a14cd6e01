package dev.pintle.cli.lint;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.render.lint.LintMessage;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Findings in SARIF 2.1.0, which code hosts show at the lines of a change. */
record SarifReport() implements LintReport {

  private static final String HELM = "helm-lint";

  private static final Map<Diagnostic.Kind, String> RULES =
      Map.of(
          Diagnostic.Kind.OBJECT_SCHEMA, "kubernetes-schema",
          Diagnostic.Kind.UNKNOWN_KIND, "unknown-kind",
          Diagnostic.Kind.UNKNOWN_VALUE, "unknown-value",
          Diagnostic.Kind.CHANGED_TYPE, "changed-type",
          Diagnostic.Kind.OLD_API, "old-api");

  @Override
  public String of(List<LintedPath> charts) {
    Table driver = table("name", "pintle", "rules", list(rules().map(rule -> table("id", rule))));
    Table run =
        table(
            "tool",
            table("driver", driver),
            "results",
            list(charts.stream().flatMap(SarifReport::results)));
    Table log =
        table(
            "$schema",
            "https://json.schemastore.org/sarif-2.1.0.json",
            "version",
            "2.1.0",
            "runs",
            Sequence.of(run));
    try {
      return JsonWriter.write(log, JsonWriter.Form.INDENTED, length -> {}) + "\n";
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> rules() {
    return Stream.concat(Stream.of(HELM), RULES.values().stream().sorted());
  }

  private static Stream<Table> results(LintedPath chart) {
    Stream<Table> found = chart.result().messages().stream().map(m -> result(chart.path(), m));
    return chart.result().refusal() == null
        ? found
        : Stream.of(
            table(
                "ruleId",
                HELM,
                "level",
                "error",
                "message",
                table("text", Visible.text(chart.result().refusal())),
                "locations",
                Sequence.of(location(chart.path(), null))));
  }

  private static Table result(String chart, LintMessage message) {
    String level =
        message.severity() == LintMessage.Severity.INFO
            ? "note"
            : message.severity().name().toLowerCase(Locale.ROOT);
    Diagnostic diagnostic = message.diagnostic();
    Position position = diagnostic == null ? null : diagnostic.position();
    String file = position == null ? message.path() : position.file();
    return table(
        "ruleId",
        diagnostic == null ? HELM : RULES.getOrDefault(diagnostic.kind(), HELM),
        "level",
        level,
        "message",
        table("text", Visible.text(message.text())),
        "locations",
        Sequence.of(location(file.startsWith("/") ? file : chart + "/" + file, position)));
  }

  private static Table location(String path, Position position) {
    Table physical = table("artifactLocation", table("uri", uri(path)));
    if (position != null && position.line() > 0) {
      Table region = table("startLine", (long) position.line());
      if (position.column() > 0) {
        region.put("startColumn", (long) position.column());
      }
      physical.put("region", region);
    }
    return table("physicalLocation", physical);
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Table table(Object... keysAndValues) {
    Table table = new Table();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      table.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return table;
  }

  private static Sequence list(Stream<Table> items) {
    return Sequence.copyOf(items.toList());
  }
}
