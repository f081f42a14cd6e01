package dev.pintle.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    TextTable table = new TextTable();
    table.row("NAME", "TEXT");
    table.row("größer", "twelve words\n");

    assertThat(table.text())
        .isEqualTo("NAME  \tTEXT        \ngrößer\ttwelve words\n      \t            \n");
  }

  @Test
  void noRowIsAnEmptyLine() {
    assertThat(new TextTable().text()).isEqualTo("\n");
  }

  /** What Helm's tables print of a column that has nothing but one cell and its head. */
  @ParameterizedTest
  @CsvSource({
    // all lines together are longer than the widest: cut to its width, dots included
    "'conflict: a;b', 'X          ;conflict...'",
    "'aaaaaaaaaaaa;bbbb;cccc', 'X           ;aaaaaaaaa...'",
    "'abcdef;abcdef', 'X     ;abc...'",
    "'two;lines', 'X    ;tw...'",
    "'größer;x', 'X     ;grö...'",
    // two columns for each of these characters
    "'日本語;ab', 'X     ;日本...'",
    // so narrow that nothing is left but the first character
    "'a;b;c', 'X;a...'",
    "'x;;;', 'X;x; ; ; '",
    "'ab', 'X ;ab'",
  })
  void cellsOfSeveralLinesAreCut(String cell, String shown) {
    TextTable table = new TextTable();
    table.row("X");
    table.row(cell.replace(';', '\n'));

    assertThat(table.text()).isEqualTo(shown.replace(';', '\n') + "\n");
  }
}
