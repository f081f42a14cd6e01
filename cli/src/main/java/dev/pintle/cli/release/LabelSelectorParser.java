package dev.pintle.cli.release;

import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.release.LabelSelector.Operator;
import dev.pintle.cli.release.LabelSelector.Requirement;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads label selectors as Kubernetes does (k8s.io/apimachinery/pkg/labels), with its messages.
 *
 * <pre>
 * selector    = [ requirement { "," requirement } ]
 * requirement = "!" key | key [ ("in" | "notin") "(" values ")" | operator [ value ] ]
 * operator    = "=" | "==" | "!=" | "&gt;" | "&lt;"
 * values      = [ value ] { "," [ value ] }
 * </pre>
 */
final class LabelSelectorParser {

  private static final String SPACE = " \t\r\n";

  /** Words are what is between these and white space. */
  private static final String SIGNS = "=!(),<>";

  /** After the last token comes one without text. */
  private static final String END = "";

  private static final Map<String, Operator> OPERATORS =
      Map.of(
          "in", Operator.IN,
          "notin", Operator.IN,
          "=", Operator.IN,
          "==", Operator.IN,
          "!=", Operator.IN,
          ">", Operator.GREATER,
          "<", Operator.LESS);

  private final List<String> tokens = new ArrayList<>();
  private int at;

  LabelSelectorParser(String text) {
    int next = 0;
    while (next < text.length()) {
      int end = endOfToken(text, next);
      if (SPACE.indexOf(text.charAt(next)) < 0) {
        tokens.add(text.substring(next, end));
      }
      next = end;
    }
    tokens.add(END);
  }

  private static int endOfToken(String text, int from) {
    if (text.startsWith("==", from) || text.startsWith("!=", from)) {
      return from + 2;
    }
    int end = from;
    while (end < text.length() && (SIGNS + SPACE).indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return Math.max(end, from + 1);
  }

  private String next() {
    return tokens.get(at);
  }

  private String take() {
    return at < tokens.size() - 1 ? tokens.get(at++) : END;
  }

  private static boolean isWord(String token) {
    return !token.isEmpty() && "=!(),<>".indexOf(token.charAt(0)) < 0;
  }

  /** selector = [ requirement { "," requirement } ] */
  LabelSelector parse() {
    List<Requirement> requirements = new ArrayList<>();
    if (next().equals(END)) {
      return new LabelSelector(requirements);
    } else if (!beginsRequirement()) {
      throw UsageError.of(found(next(), ", expected: !, identifier, or 'end of string'"));
    }
    while (true) {
      requirements.add(requirement());
      String after = take();
      if (after.equals(END)) {
        return new LabelSelector(requirements);
      } else if (!after.equals(",")) {
        throw UsageError.of(found(after, ", expected: ',' or 'end of string'"));
      } else if (!beginsRequirement()) {
        throw UsageError.of(found(next(), ", expected: identifier after ','"));
      }
    }
  }

  private boolean beginsRequirement() {
    return isWord(next()) || next().equals("!");
  }

  /** requirement = "!" key | key [ ("in" | "notin") "(" values ")" | operator [ value ] ] */
  private Requirement requirement() {
    boolean absent = next().equals("!");
    if (absent) {
      take();
    }
    String key = take();
    if (!isWord(key)) {
      throw inRequirement(found(key, ", expected: identifier"));
    }
    refuseIfAny(List.of(LabelSyntax.keyFault(key)));
    if (absent || next().equals(END) || next().equals(",")) {
      return new Requirement(key, Operator.EXISTS, Set.of(), absent);
    }
    String sign = take();
    Operator operator = OPERATORS.get(sign);
    if (operator == null) {
      throw inRequirement(found(sign, ", expected: in, notin, =, ==, !=, gt, lt"));
    }
    Set<String> values = sign.endsWith("in") ? values() : Set.of(value());
    refuseIfAny(faults(key, operator, values));
    return new Requirement(key, operator, values, sign.equals("notin") || sign.equals("!="));
  }

  private static List<String> faults(String key, Operator operator, Set<String> values) {
    List<String> faults = new ArrayList<>();
    if (operator == Operator.GREATER || operator == Operator.LESS) {
      values.stream()
          .filter(value -> LabelSyntax.integer(value) == null)
          .map(
              value ->
                  "values[0]: Invalid value: "
                      + GoQuotes.quote(value)
                      + ": for 'Gt', 'Lt' operators, the value must be an integer")
          .forEach(faults::add);
    }
    int index = 0;
    for (String value : values) {
      faults.add(LabelSyntax.valueFault(key, value, index++));
    }
    return faults;
  }

  private static void refuseIfAny(List<String> faults) {
    Set<String> all = new LinkedHashSet<>(faults);
    all.remove("");
    if (!all.isEmpty()) {
      String text = String.join(", ", all);
      throw inRequirement(all.size() > 1 ? "[" + text + "]" : text);
    }
  }

  private String value() {
    if (next().equals(END) || next().equals(",")) {
      return "";
    }
    String value = take();
    if (!isWord(value)) {
      throw inRequirement(found(value, ", expected: identifier"));
    }
    return value;
  }

  /** "(" values ")": values = [ value ] { "," [ value ] } */
  private Set<String> values() {
    String open = take();
    if (!open.equals("(")) {
      throw inRequirement(found(open, " expected: '('"));
    }
    if (!isWord(next()) && !next().equals(",") && !next().equals(")")) {
      throw inRequirement(found(next(), ", expected: ',', ')' or identifier"));
    }
    Set<String> values = new TreeSet<>(GoStrings.BYTE_ORDER);
    boolean expectsValue = true;
    while (true) {
      String token = take();
      if (isWord(token)) {
        values.add(token);
        expectsValue = false;
        if (!next().equals(",") && !next().equals(")")) {
          throw inRequirement(found(next(), ", expected: ',' or ')'"));
        }
      } else if (token.equals(",") || token.equals(")")) {
        if (expectsValue) {
          values.add("");
        }
        if (token.equals(")")) {
          return values;
        }
        expectsValue = true;
      } else {
        throw inRequirement(found(token, ", expected: ',', or identifier"));
      }
    }
  }

  private static PintleException inRequirement(String what) {
    return UsageError.of("unable to parse requirement: " + what);
  }

  private static String found(String token, String expected) {
    return "found '" + token + "'" + expected;
  }
}
