package dev.pintle.go.strconv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.strings.GoStrings;
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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "\"plain\", plain",
        "\"\", ~~",
        "\"a\\tb\\\\\\\"\\a\\b\\f\\n\\r\\v\", ~a\tb\\\"\u0007\b\f\n\r\u000b~",
        "\"\\x41\\101\\u00e9\\U0001F680\", AA\u00e9\ud83d\ude80",
        "\"\\xc3\\xa9\", \u00e9",
        "\"\\xff\", \udcff",
        "\"\udcff\", \ufffd",
        "`raw\\n\udcff`, raw\\n\udcff",
        "~`a\r\nb`~, ~a\nb~",
        "~`\udcc3\r\udca9`~, \u00e9",
      })
  void unquotesLiterals(String literal, String text) {
    assertThat(GoQuotes.unquote(literal)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "\"a",
        "a\"",
        "\"a\"b\"",
        "\"\\q\"",
        "\"\\'\"",
        "\"\\400\"",
        "\"\\ud800\"",
        "\"\\U00110000\"",
        "\"\\x4\"",
        "\"\\",
        "\"a\nb\"",
        "`a`b`",
        "`a",
      })
  void refusesWhatIsNoLiteral(String literal) {
    assertThat(GoQuotes.unquote(literal)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "97, U+0061 'a'",
        "34, U+0022 '\"'",
        "7, U+0007",
        "127, U+007F",
        "160, U+00A0",
        "173, U+00AD",
        "233, U+00E9 '\u00e9'",
        "128640, U+1F680 '\ud83d\ude80'",
        "56575, U+FFFD '\ufffd'",
        "57344, U+E000",
      })
  void describesRunes(int rune, String go) {
    assertThat(GoQuotes.describe(rune)).isEqualTo(go);
  }
}
