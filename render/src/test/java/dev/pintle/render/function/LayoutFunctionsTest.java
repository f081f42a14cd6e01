package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.Execution;
import dev.pintle.values.GoInt;
import org.junit.jupiter.api.Test;

class LayoutFunctionsTest {

  @Test
  void aLongWordIsCutInOnePass() {
    String word = "a".repeat(2_000_000);
    Object cut =
        StandardFunctions.all()
            .find("wrapWith")
            .body()
            .call(Execution.standard(), new Object[] {GoInt.of(1), "-", word});
    assertThat((String) cut).hasSize(2 * word.length() - 1).startsWith("a-a-a");
  }
}
