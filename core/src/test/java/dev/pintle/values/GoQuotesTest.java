package dev.pintle.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are what Go 1.26 prints. */
class GoQuotesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "plain, \"plain\"",
        "say \"hi\", \"say \\\"hi\\\"\"",
        "it's, \"it's\"",
        "C:\\dir, \"C:\\\\dir\"",
        "`a\nb\tc`, \"a\\nb\\tc\"",
        "`\u0000\u0007\u001b\u007f`, \"\\x00\\a\\x1b\\x7f\"",
        "gr\u00fc\u00df, \"gr\u00fc\u00df\"",
        "\ud83d\ude80, \"\ud83d\ude80\"",
        "\u00a0\u00ad\u200b\ufeff, \"\\u00a0\\u00ad\\u200b\\ufeff\"",
        "\udb80\udc00, \"\\U000f0000\"",
      })
  void quotesInDoubleQuotes(String text, String go) {
    assertThat(GoQuotes.quote(text)).isEqualTo(go);
  }

  @Test
  void quotesBytesThatAreNoUtf8() {
    assertThat(GoQuotes.quote(GoStrings.fromBytes(new byte[] {'a', (byte) 0x80, (byte) 0xff})))
        .isEqualTo("\"a\\x80\\xff\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "97, 'a'",
        "39, '\\''",
        "34, '\"'",
        "92, '\\\\'",
        "10, '\\n'",
        "228, '\u00e4'",
        "173, '\\u00ad'",
        "-1, '\ufffd'",
        "55296, '\ufffd'",
        "1114112, '\ufffd'",
      })
  void quotesRunesInSingleQuotes(int rune, String go) {
    assertThat(GoQuotes.quoteRune(rune)).isEqualTo(go);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "say \"hi\"", "\\n", "gr\u00fcn"})
  void canBackquote(String text) {
    assertThat(GoQuotes.canBackquote(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"`", "a\nb", "\u007f", "\ufeff", "\udc80"})
  void cannotBackquote(String text) {
    assertThat(GoQuotes.canBackquote(text)).isFalse();
  }
}
