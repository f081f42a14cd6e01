package dev.pintle.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@code .helmignore}: lines with {@code |} between them, a path, and the verdict. */
class IgnoreRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          *.md             ; README.md            ; ignored
          *.md             ; docs/README.md       ; ignored
          /*.md            ; docs/README.md       ; kept
          /*.md            ; README.md            ; ignored
          docs/*.md        ; docs/README.md       ; ignored
          docs/*.md        ; a/docs/README.md     ; kept
          docs             ; docs/                ; ignored
          docs/            ; docs/                ; ignored
          docs/            ; docs                 ; kept
          a/docs/          ; a/docs/              ; ignored
          /docs/           ; a/docs/              ; kept
          # *.md           ; README.md            ; kept
          '  *.md  '       ; README.md            ; ignored
          !*.md            ; values.yaml          ; ignored
          !*.md            ; README.md            ; kept
          !*.md            ; docs/                ; ignored
          !docs/           ; values.yaml          ; ignored
          a.md | !*.md     ; a.md                 ; ignored
          !*.md | a.md     ; a.md                 ; ignored
          [a-c].txt        ; b.txt                ; ignored
          \\#a             ; #a                   ; ignored
          ''               ; templates/.hidden    ; ignored
          ''               ; templates/a/.hidden  ; kept
          ''               ; .hidden              ; kept
          ''               ; templates/           ; kept
          """)
  void decideByTheFirstRuleThatMatches(String lines, String path, String verdict) {
    IgnoreRules rules = IgnoreRules.parse(lines.replace(" | ", "\n"));
    boolean directory = path.endsWith("/");
    String name = directory ? path.substring(0, path.length() - 1) : path;
    assertThat(rules.ignores(name, directory, new Budget(Limits.defaults(), "a test")))
        .isEqualTo(verdict.equals("ignored"));
  }

  @Test
  void twoStarsAreNotSupported() {
    assertThatThrownBy(() -> IgnoreRules.parse("a\n**/b"))
        .isInstanceOf(ChartFileException.class)
        .hasMessage("double-star (**) syntax is not supported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a", "a\\", "![", "[]"})
  void badPatternsAreErrors(String line) {
    assertThatThrownBy(() -> IgnoreRules.parse(line))
        .isInstanceOf(ChartFileException.class)
        .hasMessage("syntax error in pattern");
  }
}
