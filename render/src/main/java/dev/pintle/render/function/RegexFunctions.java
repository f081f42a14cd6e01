package dev.pintle.render.function;

import dev.pintle.limit.Budget;
import dev.pintle.regex.GoRegex;
import dev.pintle.regex.RegexCache;
import dev.pintle.regex.RegexSyntaxException;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import java.util.List;

/**
 * Sprig's {@code regex…} and {@code mustRegex…}. With a pattern that is none, the first kind panics
 * (but for {@code regexMatch}, which is false) and the second returns Go's error; either way the
 * template fails, with different texts.
 */
final class RegexFunctions {

  private static final List<GoType> TEXT = List.of(GoType.STRING, GoType.STRING);
  private static final List<GoType> TEXT_COUNT = List.of(GoType.STRING, GoType.STRING, GoType.INT);
  private static final List<GoType> TEXT_REPLACEMENT =
      List.of(GoType.STRING, GoType.STRING, GoType.STRING);

  /** What is done with a compiled pattern; its arguments include the pattern. */
  @FunctionalInterface
  private interface Use {
    Object apply(GoRegex regex, Object[] arguments, Budget budget);
  }

  private final RegexCache patterns = new RegexCache();

  private RegexFunctions() {}

  static void register(Functions.Builder f) {
    new RegexFunctions().addTo(f);
  }

  private void addTo(Functions.Builder f) {
    Use match = (regex, a, budget) -> regex.matches((String) a[1], budget);
    f.add("regexMatch", TEXT, (execution, a) -> match(a, execution.budget()));
    f.add("mustRegexMatch", TEXT, (execution, a) -> must(match, a, execution.budget()));
    pair(f, "Find", TEXT, (regex, a, budget) -> regex.find((String) a[1], budget));
    pair(
        f,
        "FindAll",
        TEXT_COUNT,
        (regex, a, budget) -> found(regex.findAll((String) a[1], count(a), budget)));
    pair(
        f,
        "Split",
        TEXT_COUNT,
        (regex, a, budget) -> split(regex, (String) a[1], count(a), budget));
    pair(
        f,
        "ReplaceAll",
        TEXT_REPLACEMENT,
        (regex, a, budget) -> regex.replaceAll((String) a[1], (String) a[2], budget));
    pair(
        f,
        "ReplaceAllLiteral",
        TEXT_REPLACEMENT,
        (regex, a, budget) -> regex.replaceAllLiteral((String) a[1], (String) a[2], budget));
    f.add(
        "regexQuoteMeta",
        List.of(GoType.STRING),
        (execution, a) -> GoRegex.quoteMeta((String) a[0]));
  }

  private void pair(Functions.Builder f, String name, List<GoType> parameters, Use use) {
    f.add("regex" + name, parameters, (execution, a) -> orPanic(use, a, execution.budget()));
    f.add("mustRegex" + name, parameters, (execution, a) -> must(use, a, execution.budget()));
  }

  private Object match(Object[] arguments, Budget budget) {
    try {
      return patterns.get((String) arguments[0], budget).matches((String) arguments[1], budget);
    } catch (RegexSyntaxException e) {
      return false; // Sprig drops the error.
    }
  }

  private Object must(Use use, Object[] arguments, Budget budget) {
    try {
      return use.apply(patterns.get((String) arguments[0], budget), arguments, budget);
    } catch (RegexSyntaxException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private Object orPanic(Use use, Object[] arguments, Budget budget) {
    String pattern = (String) arguments[0];
    try {
      return use.apply(patterns.get(pattern, budget), arguments, budget);
    } catch (RegexSyntaxException e) {
      throw new FunctionException("regexp: Compile(" + quote(pattern) + "): " + e.getMessage());
    }
  }

  private static int count(Object[] arguments) {
    long count = ((GoInt) arguments[2]).longValue();
    return (int) Math.max(-1, Math.min(count, Integer.MAX_VALUE));
  }

  private static Sequence found(List<String> matches) {
    return matches.isEmpty()
        ? Sequence.nil(GoType.STRING_LIST)
        : Sequence.ofType(GoType.STRING_LIST, matches);
  }

  private static Sequence split(GoRegex regex, String text, int limit, Budget budget) {
    return limit == 0
        ? Sequence.nil(GoType.STRING_LIST)
        : Sequence.ofType(GoType.STRING_LIST, regex.split(text, limit, budget));
  }

  /** In backquotes where Go can, which is on one line and without control characters. */
  private static String quote(String pattern) {
    boolean plain =
        pattern.chars().noneMatch(c -> c < ' ' && c != '\t' || c == '`' || c == 0x7F || c == 0xFEFF)
            && new String(GoStrings.toBytes(pattern), java.nio.charset.StandardCharsets.UTF_8)
                .equals(pattern);
    return plain ? "`" + pattern + "`" : GoQuotes.quote(pattern);
  }
}
