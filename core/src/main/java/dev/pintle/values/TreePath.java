package dev.pintle.values;

import dev.pintle.diagnostic.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The way from the top of a tree of values to one of them. Immutable.
 *
 * <p>It is written as people write it: {@code spec.containers[0].image}; keys that are no plain
 * names are quoted, as in {@code metadata.annotations["helm.sh/hook"]}.
 */
public final class TreePath {

  private static final TreePath TOP = new TreePath(List.of());

  /** Strings for keys, Integers for indexes. */
  private final List<Object> steps;

  private TreePath(List<Object> steps) {
    this.steps = steps;
  }

  /** The top itself. */
  public static TreePath top() {
    return TOP;
  }

  /**
   * A way of those steps.
   *
   * @param steps strings for keys, Integers for indexes, outermost first
   */
  public static TreePath of(List<Object> steps) {
    return new TreePath(List.copyOf(steps));
  }

  /** The way to the value of a key of the table that this leads to. */
  public TreePath key(String key) {
    return with(key);
  }

  /** The way to an item of the list that this leads to, from 0. */
  public TreePath index(int index) {
    return with(index);
  }

  private TreePath with(Object step) {
    return then(List.of(step));
  }

  /**
   * The way that goes on with more steps.
   *
   * @param more strings for keys, Integers for indexes
   */
  public TreePath then(List<Object> more) {
    List<Object> longer = new ArrayList<>(steps.size() + more.size());
    longer.addAll(steps);
    longer.addAll(more);
    return new TreePath(Collections.unmodifiableList(longer));
  }

  /** What it leads to, or null if there is nothing, or a null. */
  public Object in(Table tree) {
    Object value = tree;
    for (Object step : steps) {
      value = next(value, step);
    }
    return value;
  }

  private static Object next(Object value, Object step) {
    if (value instanceof Table table) {
      return table.get(step);
    } else if (value instanceof Sequence sequence
        && step instanceof Integer index
        && index < sequence.size()) {
      return sequence.get(index);
    }
    return null;
  }

  /**
   * Where in its text the value begins: the position of its key or item; of a value that is not
   * there, that of the nearest one above it that is.
   *
   * @return null if no value on the way has a position
   */
  public Position positionIn(Table tree) {
    Position nearest = null;
    Object value = tree;
    for (Object step : steps) {
      Position position = null;
      if (value instanceof Table table) {
        position = table.positionOf(String.valueOf(step));
      } else if (value instanceof Sequence sequence
          && step instanceof Integer index
          && index < sequence.size()) {
        position = sequence.positionOf(index);
      }
      nearest = position == null ? nearest : position;
      value = next(value, step);
    }
    return nearest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreePath path && steps.equals(path.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer) {
        text.append('[').append(step).append(']');
      } else if (!isPlainName((String) step)) {
        text.append("[\"").append(step).append("\"]");
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step);
      }
    }
    return text.toString();
  }

  private static boolean isPlainName(String key) {
    return !key.isEmpty()
        && key.chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$');
  }
}
