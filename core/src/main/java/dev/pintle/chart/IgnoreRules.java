package dev.pintle.chart;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Budget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which files of a chart's directory are left out: the rules of {@code .helmignore}. Immutable.
 *
 * <p>A line is a {@link PathPattern}; {@code #} begins a comment. A pattern without a slash is
 * matched with the last part of a path, one with a slash with the whole path in the chart. {@code
 * /} at the end wants a directory, {@code /} at the start says nothing more. A pattern leaves out
 * what it matches, and one with {@code !} leaves out all that it does <em>not</em> match; no rule
 * brings anything back, so that their order does not matter. Hidden files of {@code templates/} are
 * always left out.
 */
final class IgnoreRules {

  record Rule(PathPattern pattern, boolean negated, boolean directoryOnly, boolean wholePath) {

    boolean ignores(String path, String lastPart, boolean directory, Budget budget) {
      if (directoryOnly && !directory) {
        return negated;
      }
      return pattern.matches(wholePath ? path : lastPart, budget) != negated;
    }
  }

  private final RuleIndex index = new RuleIndex();

  /** A rule may stand there any number of times. */
  private final Set<String> known = new HashSet<>();

  /** Rules with {@code !}, which leave out all but what they match. */
  private final List<Rule> negated = new ArrayList<>();

  private IgnoreRules() {}

  /**
   * Reads the rules of a file; the empty text gives those that always hold.
   *
   * @throws ChartFileException if a rule is not well-formed; the message is Helm's
   */
  static IgnoreRules parse(String text) {
    IgnoreRules rules = new IgnoreRules();
    int number = 0;
    for (String line : TextParts.split(text, '\n')) {
      number++;
      String rule = GoStrings.trimSpace(line);
      if (!rule.isEmpty() && !rule.startsWith("#")) {
        rules.add(rule, number);
      }
    }
    rules.add("templates/.?*", 0);
    return rules;
  }

  private void add(String text, int line) {
    if (!known.add(text)) {
      return;
    }
    Rule rule = parseRule(text, line);
    if (rule.negated) {
      negated.add(rule);
    } else {
      index.add(rule);
    }
  }

  private static Rule parseRule(String rule, int line) {
    if (rule.contains("**")) {
      throw new ChartFileException(".helmignore", line, "double-star (**) syntax is not supported");
    }
    try {
      PathPattern.of(rule);
      String pattern = rule;
      boolean negated = pattern.startsWith("!");
      if (negated) {
        pattern = pattern.substring(1);
      }
      boolean directoryOnly = pattern.endsWith("/");
      if (directoryOnly) {
        pattern = pattern.substring(0, pattern.length() - 1);
      }
      boolean rooted = pattern.startsWith("/");
      boolean wholePath = pattern.contains("/");
      if (rooted) {
        pattern = pattern.substring(1);
      }
      return new Rule(PathPattern.of(pattern), negated, directoryOnly, wholePath);
    } catch (PathPattern.BadPatternException e) {
      throw new ChartFileException(".helmignore", line, e.getMessage());
    }
  }

  /**
   * True if that file or directory is left out; what is in a directory left out is left out too.
   *
   * @param budget counts what it takes to find out
   */
  boolean ignores(String path, boolean directory, Budget budget) {
    budget.step();
    String lastPart = path.substring(path.lastIndexOf('/') + 1);
    for (Rule rule : negated) {
      if (rule.ignores(path, lastPart, directory, budget)) {
        return true;
      }
    }
    return index.ignores(path, lastPart, directory, budget);
  }
}
