package dev.pintle.render.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.fault.TemplateExecutionException;
import dev.pintle.render.gotemplate.plan.OwnFunction;
import dev.pintle.render.gotemplate.plan.SourceCache;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.Table;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How renderings use what they have: compiled templates, the stack, their limits. */
class RenderingTest {

  private static final GoTemplateEngine ENGINE = new GoTemplateEngine(StandardFunctions.all());

  private static TemplateSet compile(String template) {
    return ENGINE.compile(List.of(new TemplateSource("f", template)));
  }

  private static String render(String template, Object context) {
    return compile(template).start(Execution.standard()).render("f", context);
  }

  private static Execution limited(long output, long steps, int depth, int text) {
    Limits limits =
        Limits.defaults()
            .with(Limit.OUTPUT_BYTES, output)
            .with(Limit.STEPS, steps)
            .with(Limit.CALL_DEPTH, depth)
            .with(Limit.RESULT_BYTES, text);
    return new Execution(
        limits,
        InstantSource.system(),
        ZoneOffset.UTC,
        RandomSource.secure(),
        ClusterReader.none(),
        false);
  }

  @Test
  void aTemplateThatIncludesItselfEndsAsInHelm() {
    assertThatThrownBy(
            () ->
                render("{{ define \"x\" }}{{ include \"x\" . }}{{ end }}{{ include \"x\" . }}", 1))
        .isInstanceOf(TemplateExecutionException.class)
        .hasMessageEndingWith(
            "at <include \"x\" .>: error calling include: rendering template has a nested reference"
                + " name: x: unable to execute template")
        .satisfies(
            e -> assertThat(e.getMessage().split("error calling include", -1)).hasSize(1003));
  }

  @Test
  void aTemplateThatCallsItselfEndsAsInGo() {
    assertThatThrownBy(
            () -> render("{{ define \"x\" }}{{ template \"x\" }}{{ end }}{{ template \"x\" }}", 1))
        .hasMessage(
            "f:1:28\n  executing \"x\" at <{{template \"x\"}}>:\n"
                + "    exceeded maximum template depth (100000)");
  }

  @Test
  void aTextThatRendersItselfEndsInALimit() {
    Table context = new Table();
    context.put("t", "{{ tpl .t . }}");
    assertThatThrownBy(() -> render("{{ tpl .t . }}", context))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("deep");
  }

  @Test
  void deepCallsNeedNoDeepStackOfTheCaller() throws Exception {
    String template =
        "{{ define \"x\" }}{{ if gt . 0 }}{{ if true }}{{ with . }}{{ range 1 }}"
            + "{{ include \"x\" (int (sub $ 1)) }}{{ end }}{{ end }}{{ end }}{{ end }}.{{ end }}"
            + "{{ include \"x\" 900 }}";
    StringBuilder result = new StringBuilder();
    Thread small =
        new Thread(null, () -> result.append(render(template, null)), "small", 256 << 10);
    small.start();
    small.join();
    assertThat(result).hasToString(".".repeat(901));
  }

  @Test
  void everyLimitEndsARendering() {
    String loop = "{{ range 1000000 }}{{ end }}";
    assertThatThrownBy(() -> compile(loop).start(limited(9, 10_000, 9, 9)).render("f", null))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("10000 steps");
    String output = "{{ range 1000 }}text{{ end }}";
    assertThatThrownBy(() -> compile(output).start(limited(100, 10_000, 9, 9)).render("f", null))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("100 bytes");
    String deep = "{{ define \"x\" }}{{ include \"x\" . }}{{ end }}{{ include \"x\" . }}";
    assertThatThrownBy(() -> compile(deep).start(limited(100, 10_000, 9, 9)).render("f", null))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("9 deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ printf \"%1000000d\" 1 }}",
        "{{ printf \"%.1000000d\" 1 }}",
        "{{ printf \"%*d\" 1000000 1 }}",
        "{{ $a := list 1 }}{{ range 50 }}{{ $a = list $a $a }}{{ end }}{{ $a }}",
        "{{ $a := list 1 }}{{ range 50 }}{{ $a = list $a $a }}{{ end }}{{ print $a }}",
        "{{ $a := list 1 }}{{ range 50 }}{{ $a = list $a $a }}{{ end }}{{ printf \"%s\" $a }}",
        "{{ $a := list 1 }}{{ range 50 }}{{ $a = list $a $a }}{{ end }}{{ html $a }}",
        "{{ $a := list 1 }}{{ range 50 }}{{ $a = list $a $a }}{{ end }}{{ eq $a $a }}",
        "{{ $a := list 1 }}{{ range 50 }}{{ $a = list $a $a }}{{ end }}{{ toString $a }}",
        "{{ $a := dict }}{{ $_ := set $a \"a\" $a }}{{ $a }}",
        "{{ $a := dict }}{{ $_ := set $a \"a\" $a }}{{ print $a }}",
      })
  void aSmallValueWithALongTextEndsInALimit(String template) {
    assertThatThrownBy(
            () -> compile(template).start(limited(1 << 24, 10_000, 9, 999_999)).render("f", null))
        .isInstanceOf(LimitException.class);
  }

  @Test
  void aLimitSaysWhereItWasPassed() {
    String template =
        "{{ define \"x\" }}\n {{ range 1000000 }}{{ end }}{{ end }}\n{{ include \"x\" . }}";
    assertThatThrownBy(() -> compile(template).start(limited(9, 10_000, 9, 9)).render("f", null))
        .isInstanceOfSatisfying(
            LimitException.class,
            e -> {
              Diagnostic found = e.diagnostics().get(0);
              assertThat(found.kind()).isEqualTo(Diagnostic.Kind.LIMIT);
              assertThat(found.position().line()).isEqualTo(2);
              assertThat(found.chain()).hasSize(1);
              assertThat(found.chain().get(0).position().line()).isEqualTo(3);
            });
  }

  @Test
  void ofVeryManyCallsTheFirstAndLastAreShown() {
    assertThatThrownBy(
            () ->
                render("{{ define \"x\" }}{{ include \"x\" . }}{{ end }}{{ include \"x\" . }}", 1))
        .isInstanceOfSatisfying(
            TemplateExecutionException.class,
            e -> assertThat(e.diagnostics().get(0).chain()).hasSize(100));
  }

  @Test
  void aRunCanGoOnAfterAFailure() {
    TemplateSet.Run run =
        compile("a{{ define \"x\" }}b{{ .c.d }}{{ end }}{{ include \"x\" . }}")
            .start(Execution.standard());
    assertThatThrownBy(() -> run.render("f", new Table()))
        .isInstanceOf(TemplateExecutionException.class);
    Table c = new Table();
    c.put("d", 1.0);
    Table context = new Table();
    context.put("c", c);
    assertThat(run.render("f", context)).isEqualTo("ab1");
  }

  @Test
  void whatATemplateSetsTheNextOneSees() {
    TemplateSet set =
        ENGINE.compile(
            List.of(
                new TemplateSource("one", "{{ $_ := set . \"a\" \"left\" }}"),
                new TemplateSource("two", "{{ .a }}")));
    TemplateSet.Run run = set.start(Execution.standard());
    Table context = new Table();
    assertThat(run.render("one", context)).isEmpty();
    assertThat(run.render("two", context)).isEqualTo("left");
  }

  @Test
  void threadsShareCompiledTemplates() throws Exception {
    TemplateSet set =
        compile(
            "{{ define \"x\" }}{{ range $i, $e := until . }}{{ $e }}{{ end }}{{ end }}"
                + "{{ $n := . }}{{ include \"x\" $n }}{{ tpl \"{{ . }}\" $n }}");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> results =
          IntStream.range(0, 64)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              set.start(Execution.standard())
                                  .render("f", dev.pintle.values.GoInt.of(i % 8))))
              .toList();
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo("01234567".substring(0, i % 8) + i % 8);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aTextIsCompiledOnce() {
    SourceCache sources = new SourceCache(StandardFunctions.all(), OwnFunction.OF_CHARTS, 100);
    assertThat(sources.templates("f", "{{ 1 }}")).isSameAs(sources.templates("f", "{{ 1 }}"));
    assertThat(sources.templates("f", "{{ 1 }}")).isNotSameAs(sources.templates("g", "{{ 1 }}"));
    Object first = sources.templates("f", "first");
    for (int i = 0; i < 100; i++) {
      sources.templates("f", "{{/* fills the cache */}}" + i);
    }
    assertThat(sources.templates("f", "first")).isNotSameAs(first);
  }
}
