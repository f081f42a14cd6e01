package dev.pintle.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What Go's tabwriter makes of the same cells with the settings of kubectl. */
class AlignedCellsTest {

  @Test
  void columnsReachOverAdjacentLines() {
    List<List<String>> lines =
        List.of(
            List.of("NAME", "X", "YY"),
            List.of("abcdefghij", "ü", "last"),
            List.of("short"),
            List.of("", "", ""),
            List.of("a", "b", "c", "d"),
            List.of("much longer than all\tb", "c", "d"));
    assertThat(AlignedCells.text(lines).lines())
        .containsExactly(
            "NAME         X     YY",
            "abcdefghij   ü     last",
            "short",
            " ".repeat(29),
            "a                      b     c     d",
            "much longer than all   b     c     d");
  }

  @Test
  void nothingIsNoLine() {
    assertThat(AlignedCells.text(List.of())).isEmpty();
  }
}
