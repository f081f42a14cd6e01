package dev.pintle.chart;

import dev.pintle.values.GoStrings;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files of a chart's directory are left out: the rules of {@code .helmignore}. Immutable.
 *
 * <p>A line is a {@link PathPattern}; {@code #} begins a comment. A pattern without a slash is
 * matched with the last part of a path, one with a slash with the whole path in the chart. {@code
 * /} at the end wants a directory, {@code /} at the start says nothing more. The first rule that
 * decides wins: a pattern leaves out what it matches, and one with {@code !} leaves out all that it
 * does <em>not</em> match. Hidden files of {@code templates/} are always left out, unless a rule
 * before decides.
 */
final class IgnoreRules {

  private record Rule(
      PathPattern pattern, boolean negated, boolean directoryOnly, boolean wholePath) {

    boolean ignores(String path, String lastPart, boolean directory) {
      if (directoryOnly && !directory) {
        return negated;
      }
      return pattern.matches(wholePath ? path : lastPart) != negated;
    }
  }

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = rules;
  }

  /**
   * Reads the rules of a file; the empty text gives those that always hold.
   *
   * @throws ChartFileException if a rule is not well-formed; the message is Helm's
   */
  static IgnoreRules parse(String text) {
    List<Rule> rules = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String rule = GoStrings.trimSpace(line);
      if (!rule.isEmpty() && !rule.startsWith("#")) {
        rules.add(parseRule(rule, number));
      }
    }
    rules.add(parseRule("templates/.?*", 0));
    return new IgnoreRules(List.copyOf(rules));
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
   */
  boolean ignores(String path, boolean directory) {
    String lastPart = path.substring(path.lastIndexOf('/') + 1);
    for (Rule rule : rules) {
      if (rule.ignores(path, lastPart, directory)) {
        return true;
      }
    }
    return false;
  }
}
