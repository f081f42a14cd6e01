package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationFunctionsTest {

  private final Functions functions = StandardFunctions.all();
  private final Execution execution =
      new Execution(
          Limits.forStrangers(),
          InstantSource.system(),
          ZoneOffset.UTC,
          RandomSource.seeded(1),
          ClusterReader.none(),
          false);

  @TestFactory
  Stream<DynamicTest> doAsInHelm() {
    return new FunctionTable(functions).read("serialization.txt");
  }

  private Object call(String function, Object argument) {
    return functions.find(function).body().call(execution, new Object[] {argument});
  }

  @ParameterizedTest
  @ValueSource(strings = {"toYaml", "toJson", "toPrettyJson"})
  void giveNothingForAValueThatContainsItself(String function) {
    Table itself = new Table();
    itself.put("self", itself);
    assertThat(call(function, itself)).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mustToYaml", "toYamlPretty", "mustToJson", "toRawJson"})
  void refuseAValueThatContainsItself(String function) {
    Table itself = new Table();
    itself.put("self", itself);
    assertThatExceptionOfType(FunctionException.class)
        .isThrownBy(() -> call(function, itself))
        .withMessageContaining("encountered a cycle via map[string]interface {}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toYaml", "toYamlPretty", "toJson", "toRawJson"})
  void stopWhereAValueIsFarLargerAsTextThanInMemory(String function) {
    Object value = "text";
    for (int i = 0; i < 60; i++) {
      value = Sequence.of(value, value);
    }
    Object doubled = value;
    assertThatExceptionOfType(LimitException.class).isThrownBy(() -> call(function, doubled));
  }
}
