package dev.pintle.render.function;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RegexFunctionsTest {

  @TestFactory
  Stream<DynamicTest> doAsInGo() {
    return new FunctionTable(Functions.builder().with(RegexFunctions::register).build())
        .read("regex.txt");
  }
}
