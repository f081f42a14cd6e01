package dev.pintle.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    TextTable table = new TextTable();
    table.row("NAME", "TEXT");
    table.row("größer", "two\nlines");

    assertThat(table.text()).isEqualTo("NAME  \tTEXT \ngrößer\ttwo  \n      \tlines\n");
  }

  @Test
  void noRowIsAnEmptyLine() {
    assertThat(new TextTable().text()).isEqualTo("\n");
  }
}
