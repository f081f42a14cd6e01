package dev.pintle.handlebars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.LimitException;
import dev.pintle.template.Execution;
import dev.pintle.template.NamedTemplates;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.JavaValues;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlebarsEngineTest {

  private static final String MAIN = "app/templates/main.yaml.hbs";

  private final HandlebarsEngine engine = new HandlebarsEngine();

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        // values are printed as a Go template prints them
        "{{Values.big}} {{Values.half}} {{Values.whole}} ¦ 1.23456789e+08 0.5 3",
        "[{{Values.nothing}}][{{Values.absent}}][{{Values.absent.deeper}}] ¦ [][][]",
        "{{Values.list}} {{Values.map}} ¦ [a b <c>] map[k:v title:T]",
        "{{Values.html}} {{{Values.html}}} {{&Values.html}} ¦ <a>&\"' <a>&\"' <a>&\"'",
        // functions, and expressions inside expressions
        "{{upper Values.name}} {{upper (trim \" x \")}} {{add 1 2}} {{add Values.whole 4}} ¦ ADA X"
            + " 3 7",
        "{{default \"d\" Values.absent}} {{ternary \"y\" \"n\" (eq Values.name \"ada\")}} ¦ d y",
        "{{repeat 3 \"ab\"}} {{repeat Values.whole \"x\"}} {{printf \"%s-%d\" Values.name 7}} ¦"
            + " ababab xxx ada-7",
        "{{toJson (dict \"a\" 1 \"b\" Values.list)}} ¦"
            + " {\"a\":1,\"b\":[\"a\",\"b\",\"\\u003cc\\u003e\"]}",
        "{{toJson (dict a=1 b=\"x\")}} ¦ {\"a\":1,\"b\":\"x\"}",
        "{{and Values.name \"last\"}} {{or \"\" Values.absent \"last\"}} {{not \"\"}} ¦ last last"
            + " true",
        "{{len Values.list}} {{Values.list.length}} {{Values.list.[1]}} {{index Values.list 2}} ¦ 3"
            + " 3 b <c>",
        "{{lookup Values.map \"k\"}} {{lookup Values.list 0}}[{{lookup Values.map \"z\"}}] ¦ v a[]",
        "{{toJson (lookup \"v1\" \"Pod\" \"ns\" \"name\")}} ¦ {}",
        "[{{do (set Values.map \"n\" \"new\")}}]{{Values.map.n}} ¦ []new",
        // blocks
        "{{#if Values.list}}y{{else}}n{{/if}}{{#if Values.empty}}y{{else}}n{{/if}} ¦ yn",
        "{{#if 0}}y{{else}}n{{/if}}{{#if 0 includeZero=true}}y{{else}}n{{/if}} ¦ ny",
        "{{#if Values.absent}}1{{else if (eq Values.name \"ada\")}}2{{else}}3{{/if}} ¦ 2",
        "{{#unless Values.absent}}u{{/unless}}{{#with Values.map}}{{k}}{{/with}} ¦ uv",
        "{{#each Values.list}}{{@index}}={{this}}{{#unless @last}},{{/unless}}{{/each}} ¦"
            + " 0=a,1=b,2=<c>",
        "{{#each Values.map}}{{@key}}={{this}};{{/each}} ¦ k=v;title=T;",
        "{{#each Values.list as |item i|}}{{i}}{{item}}{{/each}} ¦ 0a1b2<c>",
        "{{#each Values.empty}}x{{else}}none{{/each}}{{#each Values.absent}}x{{else}}none{{/each}}"
            + " ¦ nonenone",
        "{{#each Values.people}}{{name}} {{title}} {{../Values.name}}"
            + " {{@root.Values.name}};{{/each}} ¦ eve Dr ada ada;",
        "{{#Values.list}}{{.}}{{/Values.list}}{{#Values.map}}{{k}}{{/Values.map}}{{^Values.absent}}!{{/Values.absent}}"
            + " ¦ ab<c>v!",
        "{{#eq Values.name \"ada\"}}same{{else}}other{{/eq}} ¦ same",
        // white space and comments
        "a {{~ Values.name ~}} b{{! no }}{{!-- no }} --}} ¦ aadab",
        "\\{{Values.name}} ¦ {{Values.name}}",
      })
  void renders(String template, String expected) {
    assertThat(render(template)).isEqualTo(expected);
  }

  @Test
  void tagsAloneOnTheirLinesLeaveNoLine() {
    assertThat(render("a\n{{#if Values.name}}\n  b\n{{/if}}\n{{! c }}\nd\n"))
        .isEqualTo("a\n  b\nd\n");
  }

  @Test
  void partialsAreIndentedAsTheirTag() {
    assertThat(
            run(
                "spec:\n  {{> labels name=\"n\"}}\nend\n",
                Map.of(
                    "app/templates/_labels.hbs", "labels:\n  a: {{name}}\n  b: {{Values.name}}\n")))
        .isEqualTo("spec:\n  labels:\n    a: n\n    b: ada\nend\n");
  }

  @Test
  void partialsCanBeInlineAndTakeBlocks() {
    assertThat(
            run(
                "{{#*inline \"own\"}}<{{Values.name}}>{{/inline}}{{> own}}{{#> box}}in{{/box}}{{#>"
                    + " absent}}else{{/absent}}",
                Map.of("app/templates/_box.hbs", "[{{> @partial-block}}]")))
        .isEqualTo("<ada>[in]else");
  }

  @Test
  void includesPartialsAndTemplatesOfOtherEngines() {
    NamedTemplates others =
        (name, dot) -> name.equals("go") ? "other:" + ((Table) dot).get("k") : null;
    TemplateSet set =
        engine.compile(
            List.of(
                new TemplateSource("app/templates/_own.hbs", "own:{{k}}"),
                new TemplateSource(
                    MAIN,
                    "{{include \"own\" Values.map}} {{upper (include \"go\" Values.map)}} {{tpl"
                        + " \"{{Values.name}}\" this}}")));
    assertThat(set.start(Execution.standard(), others).render(MAIN, context()))
        .isEqualTo("own:v OTHER:V ada");
  }

  @Test
  void lendsItsPartialsToOtherEngines() {
    TemplateSet.Run run =
        engine
            .compile(List.of(new TemplateSource("app/templates/_own.hbs", "own:{{k}}")))
            .start(Execution.standard());
    assertThat(run.call("own", JavaValues.table(Map.of("k", "v")))).isEqualTo("own:v");
    assertThat(run.call("none", null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{#if Values.name}} | 3 | 20",
        "{{/if}} | 3 | 1",
        "{{#if a}}{{/unless}} | 3 | 13",
        "{{upper \"x}} | 3 | 9",
        "{{! never closed | 3 | 1",
        "{{=<% %>=}} | 3 | 1",
        "{{> }} | 3 | 5",
      })
  void saysWhereATextIsMalformed(String template, int line, int column) {
    Diagnostic found = syntaxError("{{!-- two\nlines --}}\n" + template);
    assertThat(found.kind()).isEqualTo(Diagnostic.Kind.TEMPLATE_SYNTAX);
    assertThat(found.message()).isNotBlank();
    assertThat(found.position()).isEqualTo(new Position(MAIN, line, column));
    assertThat(found.sourceLine()).isEqualTo(template);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{fail \"no\"}} | 3 | 3 | no",
        "{{#if (fail \"no\")}}x{{/if}} | 3 | 8 | no",
        "{{#if true}}{{#each Values.list}}{{required \"say it\" Values.absent}}{{/each}}{{/if}} | 3"
            + " | 36 | say it",
        "{{upper 1}} | 3 | 3 | error calling upper: wrong type for value; expected string; got int",
        "{{upper Values.absent}} | 3 | 3 | error calling upper: invalid value; expected string",
        "{{upper \"a\" \"b\"}} | 3 | 3 | error calling upper: wrong number of args: want 1 got 2",
        "{{uper Values.name}} | 3 | 3 | there is no function \"uper\"; did you mean upper",
        "{{include \"none\" this}} | 3 | 3 | error calling include: no template \"none\"",
        "{{#each Values.name}}{{/each}} | 3 | 4 | each goes over lists and maps, not over a string",
        "{{Files.Nope \"x\"}} | 3 | 3 | there is no function \"Files.Nope\"",
      })
  void saysWhatFailsWhere(String template, int line, int column, String message) {
    PintleException failure = failure("{{!-- two\nlines --}}\n" + template, Map.of());
    Diagnostic found = failure.diagnostics().get(0);
    assertThat(found.kind()).isEqualTo(Diagnostic.Kind.TEMPLATE_EXECUTION);
    assertThat(found.message()).isEqualTo(message);
    assertThat(found.position()).isEqualTo(new Position(MAIN, line, column));
    assertThat(found.sourceLine()).isEqualTo(template);
  }

  @Test
  void tellsTheChainOfPartials() {
    PintleException failure =
        failure(
            "a\n {{> outer}}\n",
            Map.of(
                "app/templates/_outer.hbs",
                "{{#if true}}\n  {{> inner}}\n{{/if}}",
                "app/templates/_inner.hbs",
                "x\ny {{fail \"deep\"}}"));
    assertThat(failure).hasMessage("execution error at (" + MAIN + ":2:6): deep");
    Diagnostic found = failure.diagnostics().get(0);
    assertThat(found.position()).isEqualTo(new Position("app/templates/_inner.hbs", 2, 5));
    assertThat(found.sourceLine()).isEqualTo("y {{fail \"deep\"}}");
    assertThat(found.span()).isEqualTo(4);
    assertThat(found.chain())
        .extracting(Diagnostic.Frame::position)
        .containsExactly(new Position("app/templates/_outer.hbs", 2, 7), new Position(MAIN, 2, 6));
  }

  @Test
  void refusesAPartialThatIsNotThere() {
    Diagnostic found = failure("x\n{{> labels}}", Map.of()).diagnostics().get(0);
    assertThat(found.message()).contains("labels").contains("_labels.hbs");
    assertThat(found.position().line()).isEqualTo(2);
  }

  /** Nothing of Java can be reached: not classes, not the library's own data. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{Values.class}}",
        "{{Values.name.class.name}}",
        "{{Values.name.bytes}}",
        "{{Values.list.class}}",
        "{{Values.list.iterator}}",
        "{{class}}{{getClass}}{{this.getClass}}",
        "{{Capabilities.class.classLoader}}",
        "{{@root.class}}",
        "{{[pintle#rendering]}}{{[pintle#rendering].library}}",
        "{{__inline_partials_}}{{__inline_partials_.first}}{{lookup __inline_partials_ 0}}",
        "{{lookup Values.name \"class\"}}{{lookup Values \"class\"}}",
        "{{#with Values.name}}{{class}}{{value}}{{/with}}",
      })
  void reachesNothingOfJava(String template) {
    assertThat(render(template)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"block", "partial", "embedded", "precompile", "i18n", "i18nJs", "log"})
  void hasNoHelperOfTheLibraryThatIsNotALanguage(String helper) {
    assertThat(failure("{{" + helper + " \"x\"}}", Map.of()).getMessage())
        .contains("there is no function");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{#if true}} | x | {{/if}}",
        "{{#if false}}{{else if false}} | x | {{/if}}",
        "{{upper ( | x | )}}",
        "{{> | x | }}",
      })
  void survivesNestingOfAnyDepth(String open, String middle, String close) {
    for (int depth : new int[] {300, 100_000}) {
      String text =
          open.contains("else")
              ? "{{#if false}}" + "{{else if false}}".repeat(depth) + "{{/if}}"
              : open.startsWith("{{upper")
                  ? "{{upper " + "(upper ".repeat(depth) + "\"x\"" + ")".repeat(depth) + "}}"
                  : open.repeat(depth) + middle + close.repeat(depth);
      try {
        assertThat(render(text)).isIn("x", "X", "");
      } catch (PintleException e) {
        assertThat(e.diagnostics()).isNotEmpty();
      }
    }
  }

  @Test
  void printsNoValueThatHoldsItself() {
    assertThatThrownBy(() -> render("{{do (set Values.map \"me\" Values.map)}}{{Values.map}}"))
        .isInstanceOf(LimitException.class);
  }

  @Test
  void knowsWhichLineWroteWhat() {
    String text =
        "a: 1\n"
            + "{{!-- two\n"
            + "lines --}}\n"
            + "{{#each Values.list}}\n"
            + "- x\n"
            + "- {{this}}\n"
            + "{{/each}}\n"
            + "{{> part}}\n"
            + "end: é\n";
    TemplateSet.Run run =
        engine
            .compile(
                List.of(
                    new TemplateSource("app/templates/_part.hbs", "from: partial\n"),
                    new TemplateSource(MAIN, text)))
            .start(Execution.standard());
    String out = run.render(MAIN, context());
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (String word : List.of("a: 1", "- x", "- b", "<c>", "from", "end", "é")) {
      lines.put(word, run.originOf(MAIN, out.indexOf(word)).position().line());
    }
    assertThat(lines)
        .isEqualTo(Map.of("a: 1", 1, "- x", 5, "- b", 6, "<c>", 6, "from", 8, "end", 9, "é", 9));
  }

  private static Table context() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "ada");
    values.put("big", 123456789);
    values.put("half", 0.5);
    values.put("whole", 3);
    values.put("nothing", null);
    values.put("html", "<a>&\"'");
    values.put("list", List.of("a", "b", "<c>"));
    values.put("empty", List.of());
    values.put("map", Map.of("k", "v", "title", "T"));
    values.put("people", Arrays.asList(Map.of("name", "eve", "title", "Dr")));
    return JavaValues.table(Map.of("Values", values));
  }

  private String render(String template) {
    return run(template, Map.of());
  }

  private String run(String template, Map<String, String> others) {
    List<TemplateSource> sources = new ArrayList<>();
    others.forEach((name, text) -> sources.add(new TemplateSource(name, text)));
    sources.add(new TemplateSource(MAIN, template));
    return engine.compile(sources).start(Execution.standard()).render(MAIN, context());
  }

  private PintleException failure(String template, Map<String, String> others) {
    return catchThrowableOfType(PintleException.class, () -> run(template, others));
  }

  private Diagnostic syntaxError(String template) {
    List<TemplateSource> sources = List.of(new TemplateSource(MAIN, template));
    return catchThrowableOfType(PintleException.class, () -> engine.compile(sources))
        .diagnostics()
        .get(0);
  }
}
