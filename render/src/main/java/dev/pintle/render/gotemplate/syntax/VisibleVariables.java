package dev.pintle.render.gotemplate.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables that are visible at a place of a template, in the order of their declaration,
 * {@code $} first. Found by name in no more time than their number takes to write down; used by one
 * thread.
 */
public final class VisibleVariables {

  private static final int NONE = -1;

  private final List<String> names = new ArrayList<>();

  /** For each variable, the one of the same name that it hides. */
  private final List<Integer> hidden = new ArrayList<>();

  private final Map<String, Integer> latest = new HashMap<>();

  /** Only {@code $}. */
  public VisibleVariables() {
    declare("$");
  }

  /** How many there are, for {@link #forget}. */
  public int count() {
    return names.size();
  }

  /** The names, some perhaps twice. */
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }

  /** Adds one, which hides another of the same name; gives its index. */
  public int declare(String name) {
    int index = names.size();
    Integer before = latest.put(name, index);
    names.add(name);
    hidden.add(before == null ? NONE : before);
    return index;
  }

  /** The index of the variable of that name that was declared last; -1 if none is visible. */
  public int find(String name) {
    return latest.getOrDefault(name, NONE);
  }

  /** Ends the scope of all variables but the first ones. */
  public void forget(int visible) {
    for (int i = names.size() - 1; i >= visible; i--) {
      String name = names.remove(i);
      int before = hidden.remove(i);
      if (before == NONE) {
        latest.remove(name);
      } else {
        latest.put(name, before);
      }
    }
  }
}
