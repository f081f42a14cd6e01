package dev.pintle.diagnostic.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.diagnostic.Position;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a text reaches a terminal. */
class VisibleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain ~",
        "back\\slash \\x1b",
        "\u00c4rger",
        "\u00a0\u00ad",
        "\u05d0\u200f\u0628\u200e",
        "\u65e5\u672c\u8a9e",
        "\ud83d\ude80",
        "\ud83d\udc69\u200d\ud83d\udcbb\ufe0f",
        "\ud83d\udc80 whose second half is that of a byte",
        "bytes that are not UTF-8, no controls anywhere: \udcff\udcc4"
      })
  void leavesTextAlone(String text) {
    assertThat(Visible.text(text)).isSameAs(text);
    assertThat(Visible.name(text)).isSameAs(text);
    assertThat(Visible.isVisible(text)).isTrue();
  }

  static Stream<Arguments> hidden() {
    return Stream.of(
        Arguments.of("\u001b]0;pwned\u0007", "\\x1b]0;pwned\\a"),
        Arguments.of("\u0000\b\f\u000b\u007f", "\\x00\\b\\f\\v\\x7f"),
        Arguments.of("\u009b2J\u0085", "\\u009b2J\\u0085"),
        Arguments.of("\udc9b2J", "\\x9b2J"),
        Arguments.of("over\rwritten", "over\\rwritten"),
        Arguments.of("a\r", "a\\r"),
        Arguments.of("\u2028\u2029", "\\u2028\\u2029"),
        Arguments.of("\u202ab\u202e\u2066\u2069", "\\u202ab\\u202e\\u2066\\u2069"));
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void showsWhatWouldNotBeSeen(String text, String shown) {
    assertThat(Visible.text(text)).isEqualTo(shown);
    assertThat(Visible.name(text)).isEqualTo(shown);
    assertThat(Visible.isVisible(text)).isFalse();
  }

  @Test
  void nothingStaysNothing() {
    assertThat(Visible.name(null)).isNull();
    assertThat(Visible.text(null)).isNull();
  }

  @Test
  void linesEndInTextsOnly() {
    String lines = "a\tb\n c\r\nd";
    assertThat(Visible.text(lines)).isSameAs(lines);
    assertThat(Visible.name(lines)).isEqualTo("a\\tb\\n c\\r\\nd");
    assertThat(new Position("a\nError: b", 1, 2)).hasToString("a\\nError: b:1:2");
  }
}
