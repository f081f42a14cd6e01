package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.Execution;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tables of calls, one in a line with what the real function gives, as a program over Sprig printed
 * it: values as {@link Literals} writes them, errors after {@code !}, and after {@code ;} each
 * argument that the call has changed.
 *
 * <pre>
 * trunc 5 "hello world" => "hello"
 * first "text" => ! Cannot find first on type string
 * set {"a": 1} "b" 2L => {"a": 1, "b": 2L} ; .0 = {"a": 1, "b": 2L}
 * </pre>
 */
final class CallTable {

  private static final String ARROW = " => ";
  private static final Functions FUNCTIONS = StandardFunctions.all();

  private CallTable() {}

  /** The tests of a table among the resources. */
  static Stream<DynamicTest> read(String resource) {
    List<DynamicTest> tests =
        text(resource)
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(CallTable::test)
            .toList();
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static DynamicTest test(String line) {
    int arrow = line.lastIndexOf(ARROW);
    String call = line.substring(0, arrow);
    String expected = line.substring(arrow + ARROW.length());
    return dynamicTest(call, () -> assertThat(outcome(call)).isEqualTo(expected));
  }

  /** Whether a row is true. */
  static boolean holds(String line) {
    int arrow = line.lastIndexOf(ARROW);
    return outcome(line.substring(0, arrow)).equals(line.substring(arrow + ARROW.length()));
  }

  private static String text(String resource) {
    try (InputStream in = CallTable.class.getResourceAsStream("/functions/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a call gives, in the form of the tables. */
  static String outcome(String call) {
    int blank = (call + " ").indexOf(' ');
    Function function = FUNCTIONS.find(call.substring(0, blank));
    Object[] arguments = Literals.read(call.substring(blank).strip()).toArray();
    List<String> before = shown(arguments);
    String outcome;
    try {
      outcome = Literals.show(function.body().call(Execution.standard(), arguments.clone()));
    } catch (FunctionException e) {
      outcome = "! " + e.getMessage().replace("\n", "\\n");
    }
    StringBuilder all = new StringBuilder(outcome);
    List<String> after = shown(arguments);
    for (int i = 0; i < after.size(); i++) {
      if (!after.get(i).equals(before.get(i))) {
        all.append(" ; .").append(i).append(" = ").append(after.get(i));
      }
    }
    return all.toString();
  }

  private static List<String> shown(Object[] values) {
    List<String> shown = new ArrayList<>(values.length);
    for (Object value : values) {
      shown.add(Literals.show(value));
    }
    return shown;
  }
}
