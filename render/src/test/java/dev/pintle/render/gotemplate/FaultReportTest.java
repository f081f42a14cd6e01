package dev.pintle.render.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.render.function.StandardFunctions;
import dev.pintle.template.Execution;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a failure beyond Helm's message. */
class FaultReportTest {

  private static final GoTemplateEngine ENGINE = new GoTemplateEngine(StandardFunctions.all());

  private static TemplateExecutionException failure(Object context, TemplateSource... sources) {
    return catchThrowableOfType(
        TemplateExecutionException.class,
        () ->
            ENGINE
                .compile(List.of(sources))
                .start(Execution.standard())
                .render(sources[0].name(), context));
  }

  private static Diagnostic diagnostic(String template, String values) throws Exception {
    Table context = LanguageTable.context(values);
    return failure(context, new TemplateSource("f", template)).diagnostics().get(0);
  }

  /** The text that a diagnostic points at. */
  private static String marked(Diagnostic diagnostic) {
    int from = diagnostic.position().column() - 1;
    return diagnostic.sourceLine().substring(from, from + diagnostic.span());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // the part at fault, and what is said of it
        "{{ .Values.a.b }}       | {}            | a | `.Values` has no `a`",
        "{{ .Values.a.b }}       | {\"a\":null}  | a | `.Values.a` is null",
        "{{ .Values.a.b.c.d }}   | {\"a\":{}}    | b | `.Values.a` has no `b`",
        "{{ $.Values.a.b.c }}    | {\"a\":{}}    | b | `$.Values.a` has no `b`",
        "{{ $x := .Values }}{{ $x.a.b }} | {}    | a | `$x` has no `a`",
        "{{ (print .Values.a.b) }} | {}          | a | `.Values` has no `a`",
        "{{ (.Values).a.b }}     | {}            | a | `(.Values)` has no `a`",
        "{{ (index .Values \"a\").b.c }} | {\"a\":{}} | b | `(index .Values \"a\")` has no `b`",
        "{{ .none.a }}           | {}            | none | `.` has no `none`",
        "é {{ .Values.a.b }}     | {}            | a | `.Values` has no `a`",
        "{{ range .Values.l }}{{ .x }}{{ end }} | {\"l\":[null]} | .x | -",
        "{{ .Values.a.b }}       | {\"a\":\"s\"} | b | what `.b` is asked of is a string",
        "{{ .Values.a.b.c }}     | {\"a\":{\"b\":1}} | c | what `.c` is asked of is a float64",
        "{{ printf .Values.a }}  | {}            | .Values.a | -",
        "{{ printf 1 }}          | {}            | 1 | -",
        "{{ index .Values.a 1 }} | {}            | index .Values.a 1 | -",
        "{{ fail \"no\" }}       | {}            | fail \"no\" | -",
        "{{ template \"x\" . }}  | {}            | - | -",
      })
  void pointsAtWhatIsAtFault(String template, String values, String marked, String note)
      throws Exception {
    Diagnostic diagnostic = diagnostic(template, values);
    assertThat(marked(diagnostic)).isEqualTo(marked == null ? "" : marked);
    assertThat(diagnostic.note()).isEqualTo(note);
    assertThat(diagnostic.kind()).isEqualTo(Diagnostic.Kind.TEMPLATE_EXECUTION);
  }

  @Test
  void hintsAtAValueOfNearlyThatNameAndSaysWhereItComesFrom() {
    Table app = new Table();
    app.put("image", "x", new Position("values.yaml", 2, 3));
    Table context = new Table();
    context.put("app", app);
    Diagnostic diagnostic =
        failure(context, new TemplateSource("f", "{{ .app.imagee.tag }}")).diagnostics().get(0);
    assertThat(diagnostic.hint()).isEqualTo("did you mean `image`? It comes from values.yaml:2:3");
    assertThat(marked(diagnostic)).isEqualTo("imagee");
  }

  @Test
  void saysWhereANullComesFrom() {
    Table context = new Table();
    context.put("app", null, new Position("prod.yaml", 7, 1));
    Diagnostic diagnostic =
        failure(context, new TemplateSource("f", "{{ .app.tag }}")).diagnostics().get(0);
    assertThat(diagnostic.note()).isEqualTo("`.app` is null, says prod.yaml:7:1");
  }

  @ParameterizedTest
  @CsvSource({"{{ include \"x.lables\" . }}", "{{ template \"x.lables\" . }}"})
  void hintsAtATemplateOfNearlyThatName(String template) {
    Diagnostic diagnostic =
        failure(
                null,
                new TemplateSource("f", template),
                new TemplateSource("_h", "\n{{ define \"x.labels\" }}1{{ end }}"))
            .diagnostics()
            .get(0);
    assertThat(diagnostic.hint()).startsWith("did you mean `x.labels`? It is defined in _h:2");
  }

  @Test
  void tellsTheCallsThatLedThereInnermostFirst() {
    Diagnostic diagnostic =
        failure(
                new Table(),
                new TemplateSource("f", "a\n  {{ include \"one\" . | print }}"),
                new TemplateSource(
                    "_h",
                    "{{ define \"one\" }}{{ template \"two\" . }}{{ end }}\n"
                        + "{{ define \"two\" }}{{ tpl \"{{ .a.b }}\" . }}{{ end }}"))
            .diagnostics()
            .get(0);
    assertThat(diagnostic.position()).isEqualTo(new Position("gotpl", 1, 5));
    assertThat(diagnostic.message()).isEqualTo("nil pointer evaluating interface {}.b");
    assertThat(diagnostic.chain())
        .containsExactly(
            new Diagnostic.Frame(new Position("_h", 2, 22), "two", "tpl \"{{ .a.b }}\" ."),
            new Diagnostic.Frame(new Position("_h", 1, 31), "one", "{{template \"two\" .}}"),
            new Diagnostic.Frame(new Position("f", 2, 6), "f", "include \"one\" ."));
  }

  @Test
  void aRefusalIsToldInTheWordsOfTheChart() throws Exception {
    Diagnostic diagnostic = diagnostic("\n{{ required \"set a\" .Values.a }}", "");
    assertThat(diagnostic.message()).isEqualTo("set a");
    assertThat(diagnostic.position()).isEqualTo(new Position("f", 2, 4));
  }
}
