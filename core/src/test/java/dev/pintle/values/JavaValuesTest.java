package dev.pintle.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ordinary Java values and what a values file would make of them. */
class JavaValuesTest {

  @Test
  void everyNumberIsAFloat() {
    Table table =
        JavaValues.table(
            Map.of("int", 1, "long", 2L, "float", 1.5f, "decimal", new BigDecimal("0.25")));
    assertThat(table.get("int")).isEqualTo(1.0);
    assertThat(table.get("long")).isEqualTo(2.0);
    assertThat(table.get("float")).isEqualTo(1.5);
    assertThat(table.get("decimal")).isEqualTo(0.25);
  }

  @Test
  void textBooleansAndNullStayWhatTheyAre() {
    Map<String, Object> map = new HashMap<>();
    map.put("text", "x");
    map.put("flag", true);
    map.put("nothing", null);
    map.put("builder", new StringBuilder("y"));
    map.put("enum", DayOfWeek.MONDAY);
    Table table = JavaValues.table(map);
    assertThat(table.get("text")).isEqualTo("x");
    assertThat(table.get("flag")).isEqualTo(true);
    assertThat(table.containsKey("nothing")).isTrue();
    assertThat(table.get("nothing")).isNull();
    assertThat(table.get("builder")).isEqualTo("y");
    assertThat(table.get("enum")).isEqualTo("MONDAY");
  }

  @Test
  void mapsAndCollectionsAreTakenOverToAnyDepth() {
    Table table = JavaValues.table(Map.of("list", List.of(1, Map.of("a", List.of("b")))));
    Sequence list = (Sequence) table.get("list");
    assertThat(list.get(0)).isEqualTo(1.0);
    Table inner = (Table) list.get(1);
    assertThat(((Sequence) inner.get("a")).get(0)).isEqualTo("b");
  }

  @Test
  void aListMayHoldNull() {
    Table table = JavaValues.table(Map.of("list", Arrays.asList("a", null)));
    assertThat(((Sequence) table.get("list")).get(1)).isNull();
  }

  @Test
  void whatNoFileCanHoldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JavaValues.table(Map.of("time", Instant.EPOCH)))
        .withMessage("no values file has a java.time.Instant");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JavaValues.table(Map.of(1, "x")))
        .withMessage("a key of values is not a string: 1");
  }
}
