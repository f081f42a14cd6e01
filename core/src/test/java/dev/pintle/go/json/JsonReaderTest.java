package dev.pintle.go.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are what Go 1.26's encoding/json reads and refuses. */
class JsonReaderTest {

  @Test
  void readsEveryKindOfValue() throws JsonException {
    Table table =
        (Table)
            JsonReader.read(
                " {\"a\": [1, -2.5e3, true, false, null], \"b\": {}, \"c\": [ ], \"d\": \"x\"}\n");
    assertThat(table).containsOnlyKeys("a", "b", "c", "d");
    assertThat(table.get("a")).isEqualTo(Sequence.of(1.0, -2500.0, true, false, null));
    assertThat(table.get("b")).isEqualTo(new Table());
    assertThat(table.get("c")).isEqualTo(Sequence.empty());
    assertThat(table.get("d")).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", `\"\\/\b\f\n\r\t`",
        "\"gr\\u00fcn\", gr\u00fcn",
        "\"\\ud83d\\ude80\", \ud83d\ude80",
        "\"\\ud83d\", \ufffd",
        "\"\\ud83d\\u0041\", \ufffdA",
        "\"\\ude80x\", \ufffdx",
      })
  void readsEscapes(String json, String text) throws JsonException {
    assertThat(JsonReader.read(json)).isEqualTo(text);
  }

  @Test
  void replacesBytesThatAreNoUtf8() throws JsonException {
    String json = GoStrings.fromBytes(new byte[] {'"', 'a', (byte) 0xff, (byte) 0xfe, '"'});
    assertThat(JsonReader.read(json)).isEqualTo("a\ufffd\ufffd");
  }

  @Test
  void takesTheLastOfEqualKeys() throws JsonException {
    assertThat(((Table) JsonReader.read("{\"a\":1,\"a\":2}")).get("a")).isEqualTo(2.0);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "``, unexpected end of JSON input",
        "`  `, unexpected end of JSON input",
        "[1, unexpected end of JSON input",
        "{\"a\", unexpected end of JSON input",
        "\"abc, unexpected end of JSON input",
        "-, invalid character ' ' in numeric literal",
        "nul, invalid character ' ' in literal null (expecting 'l')",
        "xyz, invalid character 'x' looking for beginning of value",
        "'a', invalid character '\\'' looking for beginning of value",
        "`[1,]`, invalid character ']' looking for beginning of value",
        "`{\"a\":1,}`, invalid character '}' looking for beginning of object key string",
        "{1:2}, invalid character '1' looking for beginning of object key string",
        "{\"a\" 1}, invalid character '1' after object key",
        "{\"a\":1 2}, invalid character '2' after object key:value pair",
        "[1 2], invalid character '2' after array element",
        "{} \"x\", invalid character '\"' after top-level value",
        "01, invalid character '1' after top-level value",
        "1.x, invalid character 'x' after decimal point in numeric literal",
        "1ex, invalid character 'x' in exponent of numeric literal",
        "trux, invalid character 'x' in literal true (expecting 'e')",
        "\"\\x\", invalid character 'x' in string escape code",
        "\"\\u12x4\", invalid character 'x' in \\u hexadecimal character escape",
        "`\"a\nb\"`, invalid character '\\n' in string literal",
        "\u00e9, invalid character '\u00c3' looking for beginning of value",
        "\ufeff{}, invalid character '\u00ef' looking for beginning of value",
      })
  void refusesInGoWords(String json, String message) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonReader.read(json))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "[1], MAP, json: cannot unmarshal array into Go value of type map[string]interface {}",
    "'\"x\"', MAP, json: cannot unmarshal string into Go value of type map[string]interface {}",
    "1e999, MAP, json: cannot unmarshal number into Go value of type map[string]interface {}",
    "true, LIST, json: cannot unmarshal bool into Go value of type []interface {}",
    "{}, LIST, json: cannot unmarshal object into Go value of type []interface {}",
  })
  void refusesWhatDoesNotFitTheTarget(String json, GoType target, String message) {
    JsonReader.Result result = JsonReader.read(json, target);
    assertThat(result.value()).isNull();
    assertThat(result.error()).hasMessage(message);
  }

  @Test
  void leavesATargetNilForNull() {
    assertThat(JsonReader.read("null", GoType.MAP)).isEqualTo(new JsonReader.Result(null, null));
  }

  @Test
  void keepsTheRestWhereANumberIsTooLarge() {
    JsonReader.Result result = JsonReader.read("{\"a\":1e999,\"b\":2}", GoType.MAP);
    assertThat(result.error())
        .hasMessage("json: cannot unmarshal number 1e999 into Go value of type float64");
    assertThat((Table) result.value()).containsEntry("a", null).containsEntry("b", 2.0);
  }

  @Test
  void readsTenThousandLevelsAndNoMore() throws JsonException {
    assertThat(JsonReader.read("[".repeat(10_000) + "]".repeat(10_000)))
        .isInstanceOf(Sequence.class);
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonReader.read("[".repeat(1_000_000)))
        .withMessage("invalid character '[' exceeded max depth");
  }
}
