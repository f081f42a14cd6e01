package dev.pintle.cli.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of comma-separated values and what Go's {@code encoding/csv} makes of them. */
class CsvRecordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a          | [a]
          a,b        | [a][b]
          a,,b       | [a][][b]
          ,          | [][]
          ,a         | [][a]
          "a,b",c    | [a,b][c]
          "a""b"     | [a"b]
          ""         | []
          a b        | [a b]
          a⏎b        | [a]
          "a⏎b",c    | [a⏎b][c]
          """)
  void hasFields(String text, String fields) throws CsvRecord.FormatException {
    StringBuilder joined = new StringBuilder();
    for (String field : CsvRecord.fields(text.replace('⏎', '\n'))) {
      joined.append('[').append(field.replace('\n', '⏎')).append(']');
    }
    assertThat(joined.toString()).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a"b      | parse error on line 1, column 2: bare " in non-quoted-field
          é"       | parse error on line 1, column 3: bare " in non-quoted-field
          "a       | parse error on line 1, column 3: extraneous or missing " in quoted-field
          "a"b     | parse error on line 1, column 3: extraneous or missing " in quoted-field
          a,"b"c   | parse error on line 1, column 5: extraneous or missing " in quoted-field
          "a⏎b"c   | record on line 1; parse error on line 2, column 2: extraneous or missing " in quoted-field
          """)
  void isRefused(String text, String message) {
    assertThatThrownBy(() -> CsvRecord.fields(text.replace('⏎', '\n'))).hasMessage(message);
  }
}
