package dev.pintle.values.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limits;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is given to the {@code --set} family, flag after flag: values of a size that Helm allows
 * come out of it, or a fault that says where in the text it is.
 */
class SetFlagFuzzTest {

  private static final int LONGEST_LIST = 65_537;

  private static final ValuesFileReader FILES =
      (name, within) -> {
        if (name.contains("..")) {
          throw new IOException("open " + name + ": no such file or directory");
        }
        return name.getBytes(StandardCharsets.UTF_8);
      };

  static Stream<byte[]> flags() throws IOException {
    return SetFlagTest.rows().map(row -> GoStrings.toBytes((String) row.get()[1]));
  }

  @MethodSource("flags")
  @FuzzTest
  void takesAnyText(byte[] data) {
    String[] flags = GoStrings.fromBytes(data).split("\n", 20);
    for (SetFlag kind : SetFlag.values()) {
      Table values = new Table();
      for (String flag : flags) {
        set(kind, flag, values);
      }
      assertSmall(values);
    }
  }

  private static void set(SetFlag kind, String flag, Table values) {
    try {
      kind.apply(flag, values, FILES, Limits.defaults());
    } catch (PintleException e) {
      assertThat(e).hasMessageStartingWith("failed parsing " + kind.flag() + " data");
      assertThat(e.diagnostics()).hasSize(1);
      Diagnostic finding = e.diagnostics().get(0);
      assertThat(finding.message()).isNotBlank();
      assertThat(finding.revealed().sourceLine()).isEqualTo(flag);
      assertThat(finding.position().column()).isBetween(1, flag.length() + 1);
    }
  }

  private static void assertSmall(Object value) {
    if (value instanceof Table table) {
      table.values().forEach(SetFlagFuzzTest::assertSmall);
    } else if (value instanceof Sequence list) {
      assertThat(list.size()).isLessThanOrEqualTo(LONGEST_LIST);
      list.forEach(SetFlagFuzzTest::assertSmall);
    }
  }
}
