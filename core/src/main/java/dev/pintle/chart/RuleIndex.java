package dev.pintle.chart;

import dev.pintle.chart.IgnoreRules.Rule;
import dev.pintle.limit.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of a {@code .helmignore}, found by what they match begins or ends with: so that of many
 * rules only those are tried on a path that may fit. Rules that match one name only are in a set.
 */
final class RuleIndex {

  /** The rules that want a directory, or those that do not, for whole paths or last parts. */
  private static final class Part {
    private final Set<String> names = new HashSet<>();

    /** By the length of what they begin with, and then by that. */
    private final Map<Integer, Map<String, List<Rule>>> byPrefix = new TreeMap<>();

    private final Map<Integer, Map<String, List<Rule>>> bySuffix = new TreeMap<>();

    void add(Rule rule) {
      PathPattern pattern = rule.pattern();
      if (pattern.isName()) {
        names.add(pattern.toString());
        return;
      }
      String prefix = pattern.prefix();
      String suffix = pattern.suffix();
      boolean first = prefix.length() >= suffix.length();
      (first ? byPrefix : bySuffix)
          .computeIfAbsent(Math.max(prefix.length(), suffix.length()), l -> new HashMap<>())
          .computeIfAbsent(first ? prefix : suffix, l -> new ArrayList<>())
          .add(rule);
    }

    boolean has(String name, Budget budget) {
      if (names.contains(name)) {
        return true;
      }
      return matches(byPrefix, true, name, budget) || matches(bySuffix, false, name, budget);
    }

    private static boolean matches(
        Map<Integer, Map<String, List<Rule>>> rules, boolean first, String name, Budget budget) {
      for (Map.Entry<Integer, Map<String, List<Rule>>> ofLength : rules.entrySet()) {
        int end = name.length();
        int length = ofLength.getKey();
        if (length > end) {
          return false;
        }
        budget.worked(1 + length / CHARACTERS_PER_STEP);
        String key = first ? name.substring(0, length) : name.substring(end - length);
        if (anyMatches(ofLength.getValue().get(key), name, budget)) {
          return true;
        }
      }
      return false;
    }

    private static boolean anyMatches(List<Rule> rules, String name, Budget budget) {
      if (rules != null) {
        for (Rule rule : rules) {
          budget.step();
          if (rule.pattern().matches(name, budget)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private static final int CHARACTERS_PER_STEP = 64;

  private final Part paths = new Part();
  private final Part lastParts = new Part();
  private final Part directoryPaths = new Part();
  private final Part directoryLastParts = new Part();

  /** Adds a rule without {@code !}. */
  void add(Rule rule) {
    if (rule.directoryOnly()) {
      (rule.wholePath() ? directoryPaths : directoryLastParts).add(rule);
    } else {
      (rule.wholePath() ? paths : lastParts).add(rule);
    }
  }

  /** True if any rule leaves out that file or directory. */
  boolean ignores(String path, String lastPart, boolean directory, Budget budget) {
    return paths.has(path, budget)
        || lastParts.has(lastPart, budget)
        || directory
            && (directoryPaths.has(path, budget) || directoryLastParts.has(lastPart, budget));
  }
}
