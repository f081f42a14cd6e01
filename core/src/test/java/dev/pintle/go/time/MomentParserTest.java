package dev.pintle.go.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How long texts are read; what is read is in the tables of the date functions. */
class MomentParserTest {

  /** Would not end within a build if each character cost a copy of what follows it. */
  @Test
  void readsLongTextsInOnePass() throws TimeFormatException {
    String literal = "x".repeat(3_000_000);
    assertThat(Moment.parse(literal + "2006", literal + "2024", Zone.UTC))
        .isEqualTo(Moment.parse("2006", "2024", Zone.UTC));
    String blanks = " ".repeat(3_000_000);
    assertThat(Moment.parse(" 2006", blanks + "2024", Zone.UTC))
        .isEqualTo(Moment.parse("2006", "2024", Zone.UTC));
  }

  @Test
  void quotesWhatItCouldNotRead() {
    assertThatThrownBy(() -> Moment.parse("2006-01-02 MST", "2024-02-x9 GMT", Zone.UTC))
        .hasMessage(
            "parsing time \"2024-02-x9 GMT\" as \"2006-01-02 MST\":"
                + " cannot parse \"x9 GMT\" as \"02\"");
  }
}
