package dev.pintle.render.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.fault.TemplateExecutionException;
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

  private static void render(Object context, String template) {
    ENGINE
        .compile(List.of(new TemplateSource("f", template)))
        .start(Execution.standard())
        .render("f", context);
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

  private static String known(Diagnostic diagnostic) {
    Diagnostic.Missing missing = diagnostic.missing();
    return missing == null
        ? diagnostic.note()
        : missing.found()
            + " "
            + missing.name()
            + " of "
            + (missing.of().isEmpty() ? "the root" : missing.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        // the part at fault, and what is known of it
        "{{ .Values.a.b }}       ; {}            ; a ; NOTHING a of .Values",
        "{{ .Values.a.b }}       ; {\"a\":null}  ; a ; NULL a of .Values",
        "{{ .Values.a.b.c.d }}   ; {\"a\":{}}    ; b ; NOTHING b of .Values.a",
        "{{ $.Values.a.b.c }}    ; {\"a\":{}}    ; b ; NOTHING b of .Values.a",
        "{{ $x := .Values }}{{ $x.a.b }} ; {}    ; a ; NOTHING a of .Values",
        "{{ with .Values.a }}{{ .b.c }}{{ end }} ; {\"a\":{\"x\":1}} ; b ; NOTHING b of .Values.a",
        "{{ range .Values.l }}{{ .b.c }}{{ end }} ; {\"l\":[{}]} ; b ; NOTHING b of .Values.l[0]",
        "{{ with dict \"x\" 1 }}{{ .b.c }}{{ end }} ; {} ; b ; NOTHING b of .",
        "{{ $x := dict \"x\" 1 }}{{ $x.b.c }} ; {} ; b ; NOTHING b of $x",
        "{{ (print .Values.a.b) }} ; {}          ; a ; NOTHING a of .Values",
        "{{ (.Values).a.b }}     ; {}            ; a ; NOTHING a of .Values",
        "{{ (index .Values \"a\").b.c }} ; {\"a\":{}} ; b ; NOTHING b of .Values.a",
        "{{ (dict \"x\" 1).b.c }} ; {}           ; b ; NOTHING b of (dict \"x\" 1)",
        "{{ .none.a }}           ; {}            ; none ; NOTHING none of the root",
        "é {{ .Values.a.b }}     ; {}            ; a ; NOTHING a of .Values",
        "{{ range .Values.l }}{{ .x }}{{ end }} ; {\"l\":[null]} ; .x ; the dot is nil",
        "{{ range $x := .Values.l }}{{ $x.y }}{{ end }} ; {\"l\":[null]} ; $x.y ; `$x` is nil",
        "{{ .Values.a.b }}       ; {\"a\":\"s\"} ; b ; `.Values.a` is a string",
        "{{ .Values.a.b.c }}     ; {\"a\":{\"b\":1}} ; c ; `.Values.a.b` is a number",
        "{{ with .Values.a }}{{ .b }}{{ end }} ; {\"a\":true} ; b ; the dot is a boolean",
        "{{ printf .Values.a }}  ; {}            ; .Values.a ; NOTHING a of .Values",
        "{{ .Values.a | b64enc }} ; {}           ; .Values.a ; NOTHING a of .Values",
        "{{ b64enc .Values.a }}  ; {\"a\":[]}   ; .Values.a ; `.Values.a` is a list",
        "{{ range .Values.a }}{{ end }} ; {\"a\":\"s\"} ; .Values.a ; `.Values.a` is a string",
        "{{ printf 1 }}          ; {}            ; 1 ; -",
        "{{ index .Values.a 1 }} ; {}            ; index .Values.a 1 ; NOTHING a of .Values",
        "{{ len .Values.a }}     ; {}            ; len .Values.a ; NOTHING a of .Values",
        "{{ required \"r\" .Values.a }} ; {}     ; required \"r\" .Values.a ; NOTHING a of .Values",
        "{{ .Values.a | required \"r\" }} ; {\"a\":\"\"} ; required \"r\" ; EMPTY a of .Values",
        "{{ fail \"no\" }}       ; {}            ; fail \"no\" ; -",
        "{{ template \"x\" . }}  ; {}            ; \"x\" ; there is no template of that name",
        "{{ include \"x\" . }}   ; {}            ; \"x\" ; there is no template of that name",
      })
  void pointsAtWhatIsAtFault(String template, String values, String marked, String note)
      throws Exception {
    Diagnostic diagnostic = diagnostic(template, values);
    assertThat(marked(diagnostic)).isEqualTo(marked == null ? "" : marked);
    assertThat(known(diagnostic)).isEqualTo(note);
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
    assertThat(diagnostic.hints())
        .containsExactly(new Hint.DidYouMean("image", new Position("values.yaml", 2, 3)));
    assertThat(marked(diagnostic)).isEqualTo("imagee");
  }

  @Test
  void saysWhereANullComesFrom() {
    Table context = new Table();
    context.put("app", null, new Position("prod.yaml", 7, 1));
    Diagnostic diagnostic =
        failure(context, new TemplateSource("f", "{{ .app.tag }}")).diagnostics().get(0);
    assertThat(diagnostic.missing())
        .isEqualTo(new Diagnostic.Missing("", "app", Diagnostic.Missing.Found.NULL));
    assertThat(diagnostic.hints())
        .containsExactly(new Hint.ComesFrom(".app", new Position("prod.yaml", 7, 1)));
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
    assertThat(diagnostic.hints())
        .containsExactly(new Hint.DidYouMean("x.labels", new Position("_h", 2, 24)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "{{ .values.a }}                               ; {}          ; .Values",
        "{{ .Release.nme.x }}                          ; {}          ; Name",
        "{{ range .Values.l }}{{ .Values.a }}{{ end }} ; {\"l\":[1]} ; $.Values",
        "{{ range .Values.l }}{{ .Values.a.b }}{{ end }} ; {\"l\":[{}]} ; $.Values",
        "{{ .Values.image.tga | b64enc }}              ; {\"image\":{\"tag\":\"v1\"}} ; tag",
        "{{ .Values.a.b }}                             ; {\"x\":1}   ; -",
        "{{ b64encc 1 }}                               ; {}          ; b64enc",
        "{{ $name := 1 }}{{ $nam.x }}                  ; {}          ; $name",
      })
  void hintsAtWhatWasProbablyMeant(String template, String values, String meant) throws Exception {
    Table context = LanguageTable.context(values);
    PintleException failure =
        catchThrowableOfType(PintleException.class, () -> render(context, template));
    assertThat(failure.diagnostics().get(0).hints())
        .isEqualTo(meant == null ? List.of() : List.of(new Hint.DidYouMean(meant, null)));
  }

  @Test
  void hintsAtTheRootThatATemplateWasNotGiven() {
    Table context = new Table();
    context.put("Values", new Table());
    String template = "{{ define \"x\" }}{{ .Values.a }}{{ end }}{{ include \"x\" (dict) }}";
    assertThat(failure(context, new TemplateSource("f", template)).diagnostics().get(0).hints())
        .containsExactly(
            new Hint.Advice(
                "`x` was called with something that has no `.Values`: hand it the root, `$`"));
  }

  @Test
  void saysWhereATextOfTplComesFrom() {
    Table context = new Table();
    context.put("text", "{{ fail \"no\" }}", new Position("values.yaml", 3, 1));
    Diagnostic diagnostic =
        failure(context, new TemplateSource("f", "{{ tpl .text . }}")).diagnostics().get(0);
    assertThat(diagnostic.position()).isEqualTo(new Position("gotpl", 1, 4));
    assertThat(diagnostic.hints())
        .containsExactly(new Hint.ComesFrom(".text", new Position("values.yaml", 3, 1)));
  }

  @Test
  void showsTheFaultInATextThatTplCannotRead() {
    List<Diagnostic> found =
        failure(null, new TemplateSource("f", "{{ tpl \"{{ b64encc }}\" . }}")).diagnostics();
    assertThat(found).hasSize(2);
    assertThat(found.get(1).position()).isEqualTo(new Position("gotpl", 1, 4));
    assertThat(found.get(1).kind()).isEqualTo(Diagnostic.Kind.TEMPLATE_SYNTAX);
  }

  @Test
  void valuesThatHoldThemselvesAreNoTrap() {
    Table values = new Table();
    values.put("self", values);
    Table context = new Table();
    context.put("Values", values);
    String template = "{{ $x := dict }}{{ $x.a.b }}";
    assertThat(failure(context, new TemplateSource("f", template)).diagnostics().get(0).missing())
        .isEqualTo(new Diagnostic.Missing("$x", "a", Diagnostic.Missing.Found.NOTHING));
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
