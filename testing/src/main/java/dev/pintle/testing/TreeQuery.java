package dev.pintle.testing;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import dev.pintle.values.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values in a resource by a path as tests write it. Immutable.
 *
 * <pre>
 * path  = step { step }
 * step  = [ "." ] name            the value of a key without dots and brackets
 *       | "[" index "]"           an item, from 0
 *       | "[" '"' key '"' "]"     the value of any key, such as ["helm.sh/hook"]
 *       | "[" name "=" text "]"   the items in which that key has that value, as text
 *       | "[*]"                   all items, or all values of a map
 * </pre>
 */
final class TreeQuery {

  private static final Pattern STEP =
      Pattern.compile(
          "\\.?(?<name>[^.\\[\\]]+)|\\[(?:(?<index>\\d+)|\"(?<key>[^\"]*)\"|(?<all>\\*)"
              + "|(?<by>[^=\\]\"]+)=(?<value>[^\\]]*))\\]");

  private final String text;
  private final List<Step> steps;

  @FunctionalInterface
  private interface Step {
    void go(TreePath path, Object value, List<TreePath> found);
  }

  private TreeQuery(String text, List<Step> steps) {
    this.text = text;
    this.steps = steps;
  }

  /**
   * Reads a path; the empty one is the way to the top.
   *
   * @throws IllegalArgumentException if it is none
   */
  static TreeQuery of(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException(
            "no path: " + text + " (understood up to character " + at + ")");
      }
      steps.add(step(matcher));
      at = matcher.end();
    }
    return new TreeQuery(text, steps);
  }

  private static Step step(Matcher matcher) {
    if (matcher.group("index") != null) {
      return index(Integer.parseInt(matcher.group("index")));
    } else if (matcher.group("all") != null) {
      return TreeQuery::all;
    } else if (matcher.group("by") != null) {
      return having(matcher.group("by"), matcher.group("value"));
    }
    return key(matcher.group(matcher.group("key") == null ? "name" : "key"));
  }

  private static Step key(String key) {
    return (path, value, found) -> {
      if (value instanceof Table table && table.containsKey(key)) {
        found.add(path.key(key));
      }
    };
  }

  private static Step index(int index) {
    return (path, value, found) -> {
      if (value instanceof Sequence sequence && index < sequence.size()) {
        found.add(path.index(index));
      }
    };
  }

  private static Step having(String key, String wanted) {
    return (path, value, found) -> {
      if (value instanceof Sequence items) {
        for (int i = 0; i < items.size(); i++) {
          if (items.get(i) instanceof Table item && wanted.equals(String.valueOf(item.get(key)))) {
            found.add(path.index(i));
          }
        }
      }
    };
  }

  private static void all(TreePath path, Object value, List<TreePath> found) {
    if (value instanceof Sequence items) {
      for (int i = 0; i < items.size(); i++) {
        found.add(path.index(i));
      }
    } else if (value instanceof Table table) {
      for (Table.Slot slot : table.sorted()) {
        found.add(path.key(slot.getKey()));
      }
    }
  }

  /** The ways to all values that it leads to from somewhere in a tree. */
  List<TreePath> findIn(Table tree, TreePath from) {
    List<TreePath> found = List.of(from);
    for (Step step : steps) {
      List<TreePath> next = new ArrayList<>();
      for (TreePath path : found) {
        step.go(path, path.in(tree), next);
      }
      found = next;
    }
    return found;
  }

  /**
   * Of a path that leads nowhere, the way as far as there is one: where in the text to look for
   * what is missing.
   */
  TreePath nearestIn(Table tree, TreePath from) {
    for (int length = steps.size() - 1; length > 0; length--) {
      List<TreePath> found = new TreeQuery(text, steps.subList(0, length)).findIn(tree, from);
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    return from;
  }

  @Override
  public String toString() {
    return text;
  }
}
