package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pintle.limit.LimitException;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.Execution;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlFunctionsTest {

  private final Functions functions = StandardFunctions.all();

  @TestFactory
  Stream<DynamicTest> doAsInHelm() {
    return new FunctionTable(functions).read("toml.txt");
  }

  private Object call(String function, Object argument) {
    Execution execution = FunctionTable.execution("UTC");
    return functions.find(function).body().call(execution, new Object[] {argument});
  }

  @Test
  void takeDatesWithoutZoneForThoseOfTheLocalOne() {
    Execution berlin = FunctionTable.execution("Europe/Berlin");
    Object table =
        functions.find("fromToml").body().call(berlin, new Object[] {"d = 2024-07-01 10:00:00"});
    assertThat(((GoValue) ((Table) table).get("d")).goString())
        .isEqualTo("2024-07-01 10:00:00 +0100 datetime-local");
    assertThat(call("toToml", table)).isEqualTo("d = 2024-07-01T09:00:00\n");
  }

  @Test
  void stopAtAValueThatContainsItself() {
    Table itself = new Table();
    itself.put("self", itself);
    assertThatExceptionOfType(LimitException.class).isThrownBy(() -> call("toToml", itself));
  }

  @Test
  void stopWhereAValueIsFarLargerAsTextThanInMemory() {
    Object value = "text";
    for (int i = 0; i < 60; i++) {
      value = Sequence.of(value, value);
    }
    Table table = new Table();
    table.put("a", value);
    assertThatExceptionOfType(LimitException.class).isThrownBy(() -> call("toToml", table));
  }

  @ParameterizedTest
  @CsvSource({"a =,[,''", "'',a = {,''", "a =,[{b =,''", "'',a.,a = 1", "[,a.,a]"})
  void stopAtDeepNesting(String start, String repeated, String end) {
    String text = start + repeated.repeat(100_000) + end;
    assertThatExceptionOfType(LimitException.class).isThrownBy(() -> call("fromToml", text));
  }
}
