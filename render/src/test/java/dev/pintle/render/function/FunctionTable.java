package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limits;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests that are tables: a call as it stands in a template, and below it what the real function
 * gives, as a program over Sprig printed it.
 *
 * <pre>
 * # zone Europe/Berlin
 * regexFind "a+" "baab"
 *   = "aa"
 * mustRegexFind "[" "baab"
 *   ! "error parsing regexp: missing closing ]: `[`"
 * </pre>
 *
 * <p>After {@code =} stands the value with its Go type, after {@code !} the error's text. {@code #
 * zone} says what Go's Local is from there on.
 */
final class FunctionTable {

  private static final Instant NOW = Instant.parse("2024-02-29T12:34:56.789Z");

  private final Functions functions;
  private Execution execution;

  FunctionTable(Functions functions) {
    this.functions = functions;
  }

  /** An execution whose clock stands still and whose random bytes are always the same. */
  static Execution execution(String zone) {
    return new Execution(
        Limits.defaults(),
        InstantSource.fixed(NOW),
        ZoneId.of(zone),
        RandomSource.seeded(1),
        ClusterReader.none(),
        false);
  }

  Stream<DynamicTest> read(String resource) {
    List<DynamicTest> tests = new ArrayList<>();
    String zone = "UTC";
    String call = null;
    for (String line : text(resource).split("\n")) {
      if (line.startsWith("# zone ")) {
        zone = line.substring(7);
      } else if (line.startsWith("  ")) {
        String source = call;
        String zoneHere = zone;
        tests.add(
            dynamicTest(
                source, () -> assertThat(run(source, zoneHere)).isEqualTo(line.substring(2))));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        call = line;
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  /** The text of a file that belongs to the tables. */
  static String text(String resource) {
    try (InputStream in = FunctionTable.class.getResourceAsStream("/functions/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a call gives. */
  Object evaluate(String source, Execution anExecution) {
    execution = anExecution;
    return new Call(source).whole();
  }

  /** What a call gives, in the form of the tables. */
  String run(String source, String zone) {
    try {
      return "= " + show(evaluate(source, execution(zone)));
    } catch (FunctionException e) {
      return "! " + GoQuotes.quote(e.getMessage());
    }
  }

  private static String show(Object value) {
    if (value == null) {
      return "nil";
    } else if (value instanceof String text) {
      return GoQuotes.quote(text);
    } else if (value instanceof Boolean) {
      return value.toString();
    } else if (value instanceof byte[] bytes) {
      return "[]uint8 " + GoQuotes.quote(GoStrings.fromBytes(bytes));
    } else if (value instanceof Sequence list) {
      if (list.isNil()) {
        return list.type().goName() + " nil";
      }
      List<String> items = list.stream().map(FunctionTable::show).toList();
      return list.type().goName() + " [" + String.join(" ", items) + "]";
    } else if (value instanceof GoValue object) {
      return object.goTypeName() + " " + object.goString();
    }
    return GoType.nameOf(value) + " " + value;
  }

  /** Reads one call: a name and its arguments, or a parenthesis, a method and its arguments. */
  private final class Call {
    private final String source;
    private int at;

    Call(String source) {
      this.source = source;
    }

    Object whole() {
      Object value = call();
      assertThat(source.substring(at)).as("rest of the line").isBlank();
      return value;
    }

    private Object call() {
      skipBlanks();
      if (source.charAt(at) == '(') {
        return methods(parenthesis());
      }
      Function function = functions.find(word());
      assertThat(function).as("function of %s", source).isNotNull();
      return apply(function);
    }

    private Object methods(Object operand) {
      Object value = operand;
      while (at < source.length() && source.charAt(at) == '.') {
        at++;
        String name = word();
        Object field = ((GoValue) value).field(name);
        Function method = ((GoValue) value).method(name);
        value = method == null ? field : apply(method);
      }
      return value;
    }

    private Object apply(Function function) {
      List<Object> arguments = new ArrayList<>();
      for (skipBlanks(); at < source.length() && ").".indexOf(source.charAt(at)) < 0; ) {
        int index = arguments.size();
        arguments.add(
            argument(
                index < function.parameters().size()
                    ? function.parameters().get(index)
                    : function.variadic()));
        skipBlanks();
      }
      return function.body().call(execution, arguments.toArray());
    }

    private Object parenthesis() {
      at++;
      Object value = call();
      skipBlanks();
      assertThat(source.charAt(at++)).isEqualTo(')');
      return value;
    }

    private Object argument(GoType type) {
      char c = source.charAt(at);
      if (c == '(') {
        return methods(parenthesis());
      } else if (c == '`') {
        int end = source.indexOf('`', at + 1);
        String raw = source.substring(at + 1, end);
        at = end + 1;
        return raw;
      } else if (c == '"') {
        return quoted();
      } else if (c == '-' || c >= '0' && c <= '9') {
        return number(word(), type);
      }
      String word = word();
      return switch (word) {
        case "nil" -> null;
        case "true" -> true;
        default -> functions.find(word).body().call(execution, new Object[0]);
      };
    }

    private Object number(String digits, GoType type) {
      if (digits.indexOf('.') >= 0) {
        return Double.valueOf(digits);
      }
      long value = Long.parseLong(digits);
      return switch (type) {
        case INT64, UINT32, DURATION -> value;
        default -> GoInt.of(value);
      };
    }

    private String word() {
      int from = at;
      boolean number = at < source.length() && "-0123456789".indexOf(source.charAt(at)) >= 0;
      while (at < source.length()
          && " ()".indexOf(source.charAt(at)) < 0
          && (number || source.charAt(at) != '.')) {
        at++;
      }
      return source.substring(from, at);
    }

    private String quoted() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      at++;
      while (source.charAt(at) != '"') {
        if (source.charAt(at) != '\\') {
          int next = at + Character.charCount(source.codePointAt(at));
          bytes.writeBytes(source.substring(at, next).getBytes(StandardCharsets.UTF_8));
          at = next;
          continue;
        }
        char escape = source.charAt(at + 1);
        at += 2;
        int digits = "xuU".indexOf(escape) < 0 ? 0 : 2 << "xuU".indexOf(escape);
        if (digits == 0) {
          int plain = "ntr".indexOf(escape);
          bytes.write(plain < 0 ? escape : "\n\t\r".charAt(plain));
          continue;
        }
        int code = Integer.parseInt(source.substring(at, at + digits), 16);
        at += digits;
        if (escape == 'x') {
          bytes.write(code);
        } else {
          bytes.writeBytes(Character.toString(code).getBytes(StandardCharsets.UTF_8));
        }
      }
      at++;
      return GoStrings.fromBytes(bytes.toByteArray());
    }

    private void skipBlanks() {
      while (at < source.length() && source.charAt(at) == ' ') {
        at++;
      }
    }
  }
}
