package dev.pintle.go.toml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.time.Moment;
import dev.pintle.go.time.Zone;
import dev.pintle.limit.LimitException;
import dev.pintle.values.GoObject;
import dev.pintle.values.Table;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: a table comes out of them that TOML can hold, or Go's error. */
class TomlFuzzTest {

  /** Dates and times become strings. */
  private static final TomlReader.Dates DATES = new TomlReader.Dates(Zone.UTC, 0, Moment::toString);

  static Stream<byte[]> texts() {
    return Stream.of(
            """
            a = 1
            b."c d".'e' = 'x' # remark
            [t]
            x = [1, 2.5,
             true,]
            [[l]]
            [[l]]
            y = {z = 1, w.v = ""}
            """,
            """
            a = "\\b\\t\\n\\f\\r\\e\\"\\\\\\x41\\u00e9\\U0001F600"
            b = \"""
             x \\
              y\"""
            c = '''
            'z'''
            """,
            "a = 0x1F\nb = 0o17\nc = 0b11\nd = 1_000\ne = -inf\nf = +nan\ng = 6.02e23\n",
            """
            a = 2001-02-03T04:05:06.789Z
            b = 2001-02-03 04:05:06+07:00
            c = 2001-02-03
            d = 04:05
            """,
            "a = 1\na = 2\n",
            "[a]\n[a.b]\n[a]\n",
            "a = {b = 1}\n[a.c]\n",
            "a = [[[[1]]], {}]\n",
            "\ufeffa = 1\r\n",
            "a = \"\udcff\"\n",
            "a = 1 b = 2",
            "= 1")
        .map(GoStrings::toBytes);
  }

  @MethodSource("texts")
  @FuzzTest
  void readsAnyBytes(byte[] data) throws TomlException {
    Table value;
    try {
      value = TomlReader.read(GoStrings.fromBytes(data), DATES);
    } catch (TomlException e) {
      assertThat(e).hasMessageStartingWith("toml: ");
      return;
    } catch (LimitException e) {
      assertThat(e).hasMessageContaining("deep");
      return;
    }
    String written = write(value);
    assertThat(write(TomlReader.read(written, DATES))).isEqualTo(written);
  }

  private static String write(Object value) throws TomlException {
    return TomlWriter.write(value, GoObject::goString, length -> {});
  }
}
