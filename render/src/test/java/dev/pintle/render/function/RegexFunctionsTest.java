package dev.pintle.render.function;

import dev.pintle.render.function.standard.StandardFunctions;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RegexFunctionsTest {

  @TestFactory
  Stream<DynamicTest> doAsInGo() {
    return new FunctionTable(StandardFunctions.all()).read("regex.txt");
  }
}
