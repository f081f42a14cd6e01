package dev.pintle.render.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.limit.LimitException;
import dev.pintle.template.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patterns, paths, and whether {@code .Files.Glob} takes the one for the other, as the library that
 * Helm uses for it says. A pattern that is not well-formed matches all.
 */
class GlobPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *                  | a.txt            | true
          *                  | dir/a.txt        | false
          **                 | dir/deep/a.txt   | true
          **.yaml            | dir/a.yaml       | true
          **/*.yaml          | a.yaml           | false
          **/*.yaml          | dir/deep/a.yaml  | true
          dir/*              | dir/a            | true
          dir/*              | dir/deep/a       | false
          dir/**             | dir/deep/a       | true
          dir/**             | dir/             | true
          dir/**             | dir              | false
          ?.txt              | a.txt            | true
          ?.txt              | ab.txt           | false
          dir?a              | dir/a            | false
          ?                  | 😀                | true
          [ab].txt           | a.txt            | true
          [ab].txt           | c.txt            | false
          [!ab].txt          | c.txt            | true
          [!ab].txt          | a.txt            | false
          [a-c]              | b                | true
          [!a-c]             | b                | false
          [!a-c]             | /                | true
          [^a]               | b                | false
          [^a]               | ^                | true
          [é]                | é                | true
          [a-]               | -                | true
          [a-]               | a                | true
          [abc-e]            | d                | false
          [abc-e]            | -                | true
          []                 | x                | true
          [c-a]              | b                | true
          [                  | x                | true
          [a                 | a                | true
          [a                 | zzz              | true
          a]                 | a]               | true
          [!]                | x                | true
          [*]                | *                | true
          [\\]]              | ]                | true
          [-]                | -                | true
          {a,b}.txt          | b.txt            | true
          {a,b}.txt          | c.txt            | false
          {*.txt,*.md}       | a.md             | true
          {a,{b,c}}d         | cd               | true
          {a}                | a                | true
          {,a}b              | b                | true
          {a,b               | a                | true
          {a,b               | zzz              | false
          a,b                | a,b              | true
          a}                 | a}               | true
          {}                 | x                | false
          {}                 | ''               | true
          {a,}               | a                | true
          a{b,c}{d,e}        | ace              | true
          {ab*,c?}           | abcd             | true
          \\*                | *                | true
          \\*                | a                | false
          \\{a               | {a               | true
          a\\                | a                | true
          a\\\\b             | a\\b             | true
          a.b                | axb              | false
          a+b                | aab              | false
          (a)                | (a)              | true
          ''                 | ''               | true
          ''                 | a                | false
          ***                | a/b              | true
          a*b*c              | axxbyyc          | true
          a*b                | a/b              | false
          a**b               | a/b              | true
          *.{yaml,yml}       | x.yml            | true
          $                  | $                | true
          [a-c]x             | bx               | true
          [a-cx]             | x                | true
          [ax-z]             | y                | false
          [a-b-c]            | -                | true
          [\\]]              | \\               | false
          [\\]]              | \\]              | false
          [a\\-c]            | b                | false
          [a\\-c]            | -                | true
          [a\\-c]            | \\               | false
          [\\a]              | a                | true
          [\\a]              | \\               | false
          [a\\]b]            | b                | true
          [!\\]]             | ]                | false
          [\\\\]             | \\               | true
          [^-a]              | _                | true
          [^-a]              | ^                | true
          [a-\\]]            | b                | true
          []                 | zz               | true
          []a]               | ]                | true
          []a]               | zz               | true
          [[]                | [                | true
          [a                 | zz               | true
          [a[b]              | [                | true
          [a[b]              | b                | true
          [!!a]              | !                | false
          [!-]               | -                | false
          [--a]              | .                | true
          [é-ü]              | ö                | true
          [😀-😂]              | 😁                | true
          [a-bc]             | zz               | true
          [a,b]              | ,                | true
          {[a,b],c}          | ,                | true
          {a\\,b,c}          | a,b              | true
          {a\\}              | zz               | false
          {a\\}}             | a}               | true
          \\                 | ''               | true
          a\\                | a                | true
          a\\                | a\\              | false
          """)
  void matchesAsHelmDoes(String pattern, String path, boolean expected) {
    Execution execution = Execution.standard();
    assertThat(GlobPattern.of(pattern, execution).matches(path, execution)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "*", "{a,", "[ab]", "a?"})
  void longPatternsAreRefused(String part) {
    String pattern = part.repeat(100_000);
    assertThatThrownBy(() -> GlobPattern.of(pattern, Execution.standard()))
        .isInstanceOf(LimitException.class);
  }
}
