package dev.pintle.go.regexp;

import dev.pintle.limit.Budget;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiled patterns by their text, so that a template that runs many times compiles its pattern
 * once. Bounded: when full it starts afresh, which charts with a hundred patterns never see. Safe
 * for any number of threads.
 */
public final class RegexCache {

  private static final int MAX_PATTERNS = 512;
  private static final int MAX_PATTERN_LENGTH = 4096;

  private final ConcurrentHashMap<String, GoRegex> compiled = new ConcurrentHashMap<>();

  /**
   * The compiled pattern; compiling counts as work.
   *
   * @throws RegexSyntaxException with Go's message if it is no pattern
   */
  public GoRegex get(String pattern, Budget budget) throws RegexSyntaxException {
    GoRegex known = compiled.get(pattern);
    if (known != null) {
      return known;
    }
    GoRegex regex = GoRegex.compile(pattern, budget.limits());
    budget.worked(regex.programSize());
    if (pattern.length() <= MAX_PATTERN_LENGTH) {
      if (compiled.size() >= MAX_PATTERNS) {
        compiled.clear();
      }
      compiled.put(pattern, regex);
    }
    return regex;
  }
}
