package dev.pintle.values.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedTypesTest {

  private static Budget budget() {
    return new Budget(Limits.defaults(), "a test");
  }

  private static Table yaml(String text, String file) {
    return ValuesText.read(text.getBytes(StandardCharsets.UTF_8), file, budget());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // before       | after          | what is said
        "{a: 1}         | {a: 2}         | -",
        "{a: 1}         | {a: 1.5}       | -",
        "{a: 1}         | {a: x}         | `a` was a number and becomes a string",
        "{a: '1'}       | {a: 1}         | `a` was a string and becomes a number",
        "{a: 'true'}    | {a: true}      | `a` was a string and becomes a boolean",
        "{a: {b: 1}}    | {a: 1}         | `a` was a map and becomes a number",
        "{a: 1}         | {a: {b: 1}}    | `a` was a number and becomes a map",
        "{a: {}}        | {a: []}        | `a` was a map and becomes a list",
        "{a: {b: {c: 1}}} | {a: {b: {c: x}}} | `a.b.c` was a number and becomes a string",
        "{a: [1]}       | {a: [x]}       | -",
        "{a: ''}        | {a: 1}         | -",
        "{a: ''}        | {a: {b: 1}}    | -",
        "{a: null}      | {a: 1}         | -",
        "{a: 1}         | {a: null}      | -",
        "{a: 1}         | {b: x}         | -",
      })
  void areFound(String before, String after, String said) {
    List<Diagnostic> found =
        ChangedTypes.of(yaml(after, "new.yaml"), yaml(before, "old.yaml"), budget());
    assertThat(found)
        .extracting(Diagnostic::message)
        .isEqualTo(said == null ? List.of() : List.of(said));
  }

  @Test
  void haveBothPositions() {
    Diagnostic found =
        ChangedTypes.of(yaml("\na:\n  b: x", "new.yaml"), yaml("a: {b: 1}", "old.yaml"), budget())
            .get(0);
    assertThat(found.kind()).isEqualTo(Diagnostic.Kind.CHANGED_TYPE);
    assertThat(found.position()).isEqualTo(new Position("new.yaml", 3, 3));
    assertThat(found.hints()).containsExactly(new Hint.Overrides(new Position("old.yaml", 1, 5)));
  }

  @Test
  void areFoundBetweenFilesAndFlagsInTheOrderInWhichTheyWin() {
    UserValues values =
        new UserValues()
            .file("a.yaml")
            .file("b.yaml")
            .flag(SetFlag.SET_FILE, "a=key.pem")
            .flag(SetFlag.SET, "a=1,list[0].x=2");
    List<Diagnostic> found = new ArrayList<>();
    values.merge(
        (name, within) ->
            (name.equals("a.yaml") ? "a: {b: 1}" : "a: true").getBytes(StandardCharsets.UTF_8),
        Limits.defaults(),
        found);
    assertThat(found)
        .extracting(finding -> finding.position().file() + " " + finding.message())
        .containsExactly(
            "b.yaml `a` was a map and becomes a boolean",
            "--set `a` was a boolean and becomes a number",
            "--set-file `a` was a number and becomes a string");
  }
}
