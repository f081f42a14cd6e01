package dev.pintle.cli.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.cli.release.LabelSelector.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LabelSelectorTest {

  private static final Map<String, String> LABELS =
      Map.of("team", "a", "size", "12", "empty", "", "big", "9223372036854775808");

  static Stream<String> selectors() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                LabelSelectorTest.class.getResourceAsStream("/label-selectors.tsv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList().stream();
    }
  }

  @Test
  void theTableIsThere() throws IOException {
    assertThat(selectors()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("selectors")
  void saysWhatKubernetesSays(String row) {
    String[] cells = row.split("\t", -1);
    String selector = cells[0].replace("\\t", "\t");
    String error = cells[1].replace("\\t", "\t").replace("\\\\", "\\");
    if (error.isEmpty()) {
      assertThat(LabelSelector.parse(selector)).isNotNull();
    } else {
      assertThatThrownBy(() -> LabelSelector.parse(selector)).hasMessage(error);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "team             | true",
        "!team            | false",
        "team=a           | true",
        "team!=a          | false",
        "other!=a         | true",
        "team in (a,b)    | true",
        "team in (b)      | false",
        "other in ()      | false",
        "empty in ()      | true",
        "empty=           | true",
        "team notin (b)   | true",
        "other notin (b)  | true",
        "size>11          | true",
        "size>12          | false",
        "size<13,team     | true",
        "other<13         | false",
        "team>1           | false",
        "big>1            | false",
        "team,!size       | false"
      })
  void selects(String selector, boolean selected) {
    assertThat(
            LabelSelector.parse(selector).requirements().stream()
                .allMatch((Requirement each) -> each.test(LABELS)))
        .isEqualTo(selected);
  }
}
