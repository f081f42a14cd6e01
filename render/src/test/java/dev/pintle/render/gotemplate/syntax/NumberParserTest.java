package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.strconv.GoNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberParserTest {

  static Stream<Arguments> numbers() {
    return Rows.of("numbers.txt");
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void readsNumbersInEveryTypeThatCanHoldThem(String number, String expected) {
    assertThat(read(number)).isEqualTo(expected);
  }

  private static String read(String number) {
    try {
      Tree tree = new TemplateParser(Set.of()).parse("f", "{{" + number + "}}").get("f");
      Statement.Action action = (Statement.Action) tree.root().statements().get(0);
      Operand operand = action.pipeline().commands().get(0).operands().get(0);
      return show(((Operand.Number) operand).value());
    } catch (TemplateSyntaxException malformed) {
      return malformed.fault();
    }
  }

  private static String show(NumberValue value) {
    List<String> shown = new ArrayList<>();
    shown.add(value.kind().name());
    if (value.asInt() != null) {
      shown.add("int " + value.asInt());
    }
    if (value.asUint() != null) {
      shown.add("uint " + Long.toUnsignedString(value.asUint()));
    }
    if (value.asFloat() != null) {
      shown.add("float " + GoNumbers.shortest(value.asFloat()));
    }
    if (value.asComplex() != null) {
      String real = GoNumbers.shortest(value.asComplex().real());
      shown.add("complex " + real + ' ' + GoNumbers.shortest(value.asComplex().imaginary()));
    }
    return String.join(", ", shown);
  }
}
