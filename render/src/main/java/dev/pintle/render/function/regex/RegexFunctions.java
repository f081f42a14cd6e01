package dev.pintle.render.function.regex;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.regexp.GoRegex;
import dev.pintle.go.regexp.RegexCache;
import dev.pintle.go.regexp.RegexSyntaxException;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Sprig's {@code regex…} and {@code mustRegex…}. With a pattern that is none, the first kind panics
 * (but for {@code regexMatch}, which is false) and the second returns Go's error; either way the
 * template fails, with different texts.
 */
public final class RegexFunctions {

  /** Makes a pattern of a text, and says in its way that the text is none. */
  @FunctionalInterface
  private interface Compiler {
    GoRegex compile(Execution execution, String pattern);
  }

  private final RegexCache patterns = new RegexCache();

  private RegexFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    RegexFunctions regexes = new RegexFunctions();
    List<Function> all = new ArrayList<>();
    all.addAll(named("regex", regexes::orPanic));
    all.addAll(named("mustRegex", regexes::orError));
    all.add(of("regexMatch", STRING, STRING, regexes::matches));
    all.add(of("mustRegexMatch", STRING, STRING, regexes::mustMatch));
    all.add(of("regexQuoteMeta", STRING, GoRegex::quoteMeta));
    return all;
  }

  private static List<Function> named(String prefix, Compiler in) {
    return List.of(
        of(
            prefix + "Find",
            STRING,
            STRING,
            (x, pattern, text) -> in.compile(x, pattern).find(text, x.budget())),
        of(
            prefix + "FindAll",
            STRING,
            STRING,
            INT,
            (x, pattern, text, n) ->
                found(in.compile(x, pattern).findAll(text, limit(n), x.budget()))),
        of(
            prefix + "Split",
            STRING,
            STRING,
            INT,
            (x, pattern, text, n) -> split(in.compile(x, pattern), text, limit(n), x.budget())),
        of(
            prefix + "ReplaceAll",
            STRING,
            STRING,
            STRING,
            (x, pattern, text, by) -> in.compile(x, pattern).replaceAll(text, by, x.budget())),
        of(
            prefix + "ReplaceAllLiteral",
            STRING,
            STRING,
            STRING,
            (x, pattern, text, by) ->
                in.compile(x, pattern).replaceAllLiteral(text, by, x.budget())));
  }

  private boolean matches(Execution execution, String pattern, String text) {
    try {
      return patterns.get(pattern, execution.budget()).matches(text, execution.budget());
    } catch (RegexSyntaxException e) {
      return false; // Sprig drops the error.
    }
  }

  private boolean mustMatch(Execution execution, String pattern, String text) {
    return orError(execution, pattern).matches(text, execution.budget());
  }

  private GoRegex orError(Execution execution, String pattern) {
    try {
      return patterns.get(pattern, execution.budget());
    } catch (RegexSyntaxException e) {
      throw new FunctionException(e.getMessage());
    }
  }

  private GoRegex orPanic(Execution execution, String pattern) {
    try {
      return patterns.get(pattern, execution.budget());
    } catch (RegexSyntaxException e) {
      throw new FunctionException("regexp: Compile(" + quote(pattern) + "): " + e.getMessage());
    }
  }

  /** How many matches at most; -1 for all. */
  private static int limit(long count) {
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
