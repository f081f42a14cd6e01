package dev.pintle.go.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoType;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: a value comes out of them that JSON can hold, or Go's error. */
class JsonFuzzTest {

  static Stream<byte[]> texts() {
    return Stream.of(
            " {\"a\": [1, -2.5e3, true, false, null], \"b\": {}, \"c\": [ ], \"a\": \"x\"}\n",
            "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\ud83d\\ude80\\ud83d\\u00fc\"",
            "[1e999, 1E-999, -0, 0.1, 123456789012345678901234567890]",
            "\"a\udcff\udcfe\"",
            "{} \"x\"",
            "[[[[[[[[]]]]]]]]",
            "{\"a\" 1}",
            "nul",
            "01")
        .map(GoStrings::toBytes);
  }

  @MethodSource("texts")
  @FuzzTest
  void readsAnyBytes(byte[] data) throws JsonException {
    String text = GoStrings.fromBytes(data);
    JsonReader.read(text, GoType.MAP);
    JsonReader.read(text, GoType.LIST);
    Object value;
    try {
      JsonReader.Prefix prefix = JsonReader.readPrefix(text, 0, 200);
      assertThat(prefix.end()).isBetween(0, text.length());
      value = JsonReader.read(text);
    } catch (JsonException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    for (JsonWriter.Form form : JsonWriter.Form.values()) {
      assertThat(JsonReader.read(JsonWriter.write(value, form, length -> {}))).isEqualTo(value);
    }
  }
}
