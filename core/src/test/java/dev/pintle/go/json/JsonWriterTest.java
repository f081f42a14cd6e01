package dev.pintle.go.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expectations are what Go 1.26's encoding/json writes. */
class JsonWriterTest {

  static Stream<Arguments> scalars() {
    return Stream.of(
        Arguments.of(null, "null"),
        Arguments.of(true, "true"),
        Arguments.of(GoInt.of(7), "7"),
        Arguments.of(-9L, "-9"),
        Arguments.of(1000000.0, "1000000"),
        Arguments.of(-0.0, "-0"),
        Arguments.of(1e-7, "1e-7"),
        Arguments.of(1e21, "1e+21"),
        Arguments.of(new byte[] {1, 2, (byte) 0xff}, "\"AQL/\""),
        Arguments.of("", "\"\""),
        Arguments.of("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""),
        Arguments.of("<a href='x'>&</a>", "\"\\u003ca href='x'\\u003e\\u0026\\u003c/a\\u003e\""),
        Arguments.of("\b\f\n\r\t\u0000\u001b\u007f", "\"\\b\\f\\n\\r\\t\\u0000\\u001b\u007f\""),
        Arguments.of("\u2028\u2029", "\"\\u2028\\u2029\""),
        Arguments.of("gr\u00fcn \ud83d\ude80", "\"gr\u00fcn \ud83d\ude80\""),
        Arguments.of(GoStrings.fromBytes(new byte[] {'a', (byte) 0xc3, 'b'}), "\"a\\ufffdb\""));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void writesScalars(Object value, String json) throws JsonException {
    assertThat(JsonWriter.write(value)).isEqualTo(json);
  }

  private static Table table(Object... keysAndValues) {
    Table table = new Table();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      table.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return table;
  }

  @Test
  void sortsKeysByBytes() throws JsonException {
    Table table =
        table(
            "b", 1L, "a10", 2L, "a2", 3L, "B", 4L, "\u00e4", 5L, "\ud83d\ude80", 6L, "\uffee", 7L);
    assertThat(JsonWriter.write(table))
        .isEqualTo(
            "{\"B\":4,\"a10\":2,\"a2\":3,\"b\":1,\"\u00e4\":5,\"\uffee\":7,\"\ud83d\ude80\":6}");
  }

  @Test
  void indentsByTwoButKeepsEmptyOnesTogether() throws JsonException {
    Object value =
        table("a", Sequence.of(1L, table("b", "[")), "e", Sequence.empty(), "m", new Table());
    assertThat(JsonWriter.write(value, JsonWriter.Form.INDENTED, length -> {}))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {
                  "b": "["
                }
              ],
              "e": [],
              "m": {}
            }\
            """);
  }

  @Test
  void leavesHtmlAloneInItsRawForm() throws JsonException {
    assertThat(JsonWriter.writeRaw(table("<k>", "a && b\u2028")))
        .isEqualTo("{\"<k>\":\"a && b\\u2028\"}");
  }

  @Test
  void writesTypedListsAndMapsLikeOthers() throws JsonException {
    assertThat(JsonWriter.write(Sequence.ofType(GoType.STRING_LIST, "a", "b")))
        .isEqualTo("[\"a\",\"b\"]");
    assertThat(JsonWriter.write(table("k", "v").as(GoType.STRING_MAP))).isEqualTo("{\"k\":\"v\"}");
  }

  @Test
  void writesObjectsAsTheySay() throws JsonException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("Version", "v1.34.0");
    fields.put("Major", "1");
    GoObject object =
        new GoObject() {
          @Override
          public String goTypeName() {
            return "*common.KubeVersion";
          }

          @Override
          public String goKind() {
            return "ptr";
          }

          @Override
          public Object jsonValue() {
            return fields;
          }

          @Override
          public String goString() {
            return "v1.34.0";
          }
        };
    assertThat(JsonWriter.write(Sequence.of(object)))
        .isEqualTo("[{\"Version\":\"v1.34.0\",\"Major\":\"1\"}]");
  }

  @Test
  void refusesWhatJsonHasNoNumberFor() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonWriter.write(table("a", Double.NaN)))
        .withMessage("json: unsupported value: NaN");
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonWriter.write(Double.NEGATIVE_INFINITY))
        .withMessage("json: unsupported value: -Inf");
  }

  @Test
  void refusesAValueThatContainsItself() {
    Table map = new Table();
    map.put("self", Sequence.of(map));
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonWriter.write(map))
        .withMessage("json: unsupported value: encountered a cycle via map[string]interface {}");
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> JsonWriter.write(Sequence.of(map)))
        .withMessage("json: unsupported value: encountered a cycle via []interface {}");
  }

  @Test
  void writesTheSameTableTwiceAndDeepNesting() throws JsonException {
    Object value = table("a", 1L);
    for (int i = 0; i < 1500; i++) {
      value = Sequence.of(value);
    }
    assertThat(JsonWriter.write(Sequence.of(value, value))).hasSize(2 * (7 + 3000) + 3);
  }

  @Test
  void writesNilAsNull() throws JsonException {
    assertThat(JsonWriter.write(Sequence.of(Table.nil(GoType.MAP), Sequence.nil(GoType.LIST))))
        .isEqualTo("[null,null]");
  }

  @Test
  void tellsHowLongTheTextBecomes() {
    Object value = "x".repeat(1000);
    for (int i = 0; i < 30; i++) {
      value = Sequence.of(value, value);
    }
    Object doubled = value;
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                JsonWriter.write(
                    doubled,
                    JsonWriter.Form.COMPACT,
                    length -> {
                      if (length > 100_000) {
                        throw new IllegalStateException("too long");
                      }
                    }));
  }
}
