package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns, paths, and whether Go's {@code filepath.Match} says that they match. */
class PathPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *                  | a                | true
          *                  | a/b              | false
          **                 | a/b              | false
          a/*                | a/b              | true
          a*                 | abc              | true
          a*/b               | a/b              | true
          a*b*c              | aXbYc            | true
          ?                  | a                | true
          ?                  | /                | false
          ?                  | é                | true
          a?c                | abc              | true
          [ab]               | a                | true
          [^ab]              | c                | true
          [^ab]              | a                | false
          [^a]               | /                | true
          [!a]               | b                | false
          [!a]               | !                | true
          [a-c]              | b                | true
          [a-cx]             | x                | true
          [c-a]              | b                | false
          [^c-a]             | b                | true
          []a]               | ]                | false
          [-a]               | -                | false
          [a-]               | -                | false
          [                  | [                | false
          [a                 | a                | false
          []                 | ''               | false
          \\*                | *                | true
          \\*                | a                | false
          a\\                | a                | false
          [\\]]              | ]                | true
          [\\-a]             | -                | true
          {a,b}              | a                | false
          {a,b}              | {a,b}            | true
          a.b                | axb              | false
          a+                 | a+               | true
          ''                 | ''               | true
          ''                 | a                | false
          *                  | ''               | true
          *.yaml             | a.yaml           | true
          templates/*.yaml   | templates/a/b.yaml | false
          [a-c-e]            | -                | false
          [^]                | x                | false
          a[                 | a                | false
          a[                 | b                | false
          *[                 | b                | false
          [é-ü]              | ö                | true
          """)
  void matchesAsGoDoes(String pattern, String path, boolean expected) {
    assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(expected);
  }
}
