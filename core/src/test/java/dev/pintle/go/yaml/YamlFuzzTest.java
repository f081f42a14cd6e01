package dev.pintle.go.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.strings.GoStrings;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: a value comes out of them, or a fault that says where it is. */
class YamlFuzzTest {

  private static final String FILE = "values.yaml";

  /** Few aliased values, so that one input costs milliseconds. */
  private static final ReadOptions OPTIONS = ReadOptions.of(FILE).withLimits(500, 20_000);

  static Stream<byte[]> texts() {
    return Stream.of(
            YamlReaderTest.values(),
            YamlReaderTest.maps().stream(),
            YamlReaderTest.lists().stream(),
            YamlReaderTest.valuesFiles().stream())
        .flatMap(rows -> rows)
        .map(row -> GoStrings.toBytes(row.text()));
  }

  @MethodSource("texts")
  @FuzzTest
  void readsAnyBytes(byte[] data) throws JsonException {
    String text = GoStrings.fromBytes(data);
    try {
      YamlReader.readValues(text, OPTIONS);
    } catch (YamlException e) {
      assertSaysWhere(e);
    }
    try {
      assertKeepsItsValue(YamlReader.read(text, OPTIONS));
      YamlReader.read(text, OPTIONS.withIntegers());
    } catch (YamlException e) {
      assertSaysWhere(e);
    }
  }

  private static void assertSaysWhere(YamlException e) {
    assertThat(e.getMessage()).isNotBlank();
    assertThat(e.diagnostics()).hasSize(1);
    assertThat(e.position()).isNotNull();
    assertThat(e.position().file()).isEqualTo(FILE);
    assertThat(e.position().line()).isPositive();
  }

  private static void assertKeepsItsValue(Object value) throws JsonException {
    String written;
    try {
      written = YamlWriter.write(value);
    } catch (YamlWriteException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    String json = jsonOf(value);
    if (json.indexOf('\u0085') >= 0 || json.contains("\"<<\":")) {
      // Go's writer forgets that YAML folds lines at the one and merges what stands at the other.
      return;
    }
    try {
      assertThat(jsonOf(YamlReader.read(written))).isEqualTo(json);
    } catch (YamlException e) {
      throw new AssertionError("not read: " + written, e);
    }
  }

  /** The negative zero of JSON is an integer in YAML, and no integer is negative and zero. */
  private static String jsonOf(Object value) throws JsonException {
    return JsonWriter.writeRaw(value).replaceAll("-0(?=[,\\]}]|$)", "0");
  }
}
