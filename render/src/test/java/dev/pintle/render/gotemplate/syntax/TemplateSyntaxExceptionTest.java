package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateSyntaxExceptionTest {

  private static TemplateSyntaxException failure(String name, String template) {
    TemplateParser parser = new TemplateParser(TemplateParserTest.FUNCTIONS);
    return catchThrowableOfType(TemplateSyntaxException.class, () -> parser.parse(name, template));
  }

  static Stream<Arguments> templates() {
    return Rows.of("errors.txt");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void refusesInGoWords(String line, String expected) {
    assertThat(Rows.fold(failure("f", Rows.unfold(line)).goMessage())).isEqualTo(expected);
  }

  /** What Helm 4.2.4 prints after {@code Error: }. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '~',
      value = {
        "c/x.yaml => {{ foo }}                   => (c/x.yaml:1): function \"foo\" not defined",
        "c/x.yaml => {{end}}                     => (c/x.yaml:1): unexpected {{end}}",
        "c/x.yaml => ~\n{{ \"x~                  => (c/x.yaml:2): unterminated quoted string",
        "c/x.yaml => {{ 1__0 }}                  => (c/x.yaml:1): \"1__0\"",
        "c/x.yaml => {{ $a }}{{ \"a: b }}        => (c/x.yaml:1): undefined variable \"$a\"",
        "c/x.yaml => {{ template \"a: b\" ! }}   => (c/x.yaml:1): unexpected \"!\" in template clause",
        "c/a: b   => {{ foo                      => (c/a): function \"foo\" not defined",
      })
  void helmShowsThePlaceAndTheLastPieceOfTheMessage(String name, String template, String helm) {
    assertThat(failure(name, template)).hasMessage("parse error at " + helm);
  }

  @Test
  void helmCutsEvenInsideNames() {
    String twice = "{{define \"a: b\"}}1{{end}}".repeat(2);
    assertThat(failure("f", twice)).hasMessage("parse error at (f:1): b\"");
    assertThat(failure("f", twice).fault())
        .isEqualTo("template: multiple definition of template \"a: b\"");
  }

  @Test
  void saysTheSameAsData() {
    Diagnostic found = failure("f", "a\n\u00e9: {{ print foo }}\nb").diagnostics().get(0);
    assertThat(found.kind()).isEqualTo(Diagnostic.Kind.TEMPLATE_SYNTAX);
    assertThat(found.message()).isEqualTo("function \"foo\" not defined");
    assertThat(found.position()).isEqualTo(new Position("f", 2, 13));
    assertThat(found.sourceLine()).isEqualTo("\u00e9: {{ print foo }}");
    assertThat(found.span()).isEqualTo("foo".length());
  }

  @Test
  void theSpanEndsWithTheLine() {
    Diagnostic found = failure("f", "{{ print `a\nb\n").diagnostics().get(0);
    assertThat(found.position()).isEqualTo(new Position("f", 1, 10));
    assertThat(found.span()).isEqualTo("`a".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{{ if .a }} {{ range .b }} {{ end }} => the if in line 1 has no {{end}}",
        "{{ if .a }}⏎{{ range .b }}⏎{{ else }} => the range in line 2 has no {{end}}",
        "{{ with .a }}⏎{{ else with .b }} => the with in line 1 has no {{end}}",
        "⏎⏎{{ define \"x\" }} => the define in line 3 has no {{end}}",
        "⏎{{ block \"x\" . }} => the block in line 2 has no {{end}}",
      })
  void namesWhatIsNotClosed(String line, String note) {
    Diagnostic found = failure("f", Rows.unfold(line)).diagnostics().get(0);
    assertThat(found.message()).isEqualTo("unexpected EOF");
    assertThat(found.note()).isEqualTo(note);
  }
}
