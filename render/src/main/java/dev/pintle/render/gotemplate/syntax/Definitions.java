package dev.pintle.render.gotemplate.syntax;

import java.util.HashMap;
import java.util.Map;

/**
 * The templates that can be called by name: those of all files of a release and, in a text given to
 * {@code tpl}, those that it adds for itself. Not safe to change while other threads read it; safe
 * to share afterwards.
 */
public final class Definitions {

  private final Definitions outer;
  private final Map<String, Tree> byName = new HashMap<>();

  /** No templates. */
  public Definitions() {
    this(null);
  }

  private Definitions(Definitions outer) {
    this.outer = outer;
  }

  /** A set that starts with what is in this one; what is added to it is not added here. */
  public Definitions extend() {
    return new Definitions(this);
  }

  /**
   * Adds the templates of one file. A later definition of a name replaces an earlier one, but one
   * of nothing but white space replaces none.
   */
  public void add(Map<String, Tree> trees) {
    trees.forEach(
        (name, tree) -> {
          if (!tree.root().isBlank() || find(name) == null) {
            byName.put(name, tree);
          }
        });
  }

  /** The template of that name, or null. */
  public Tree find(String name) {
    Tree tree = byName.get(name);
    return tree == null && outer != null ? outer.find(name) : tree;
  }
}
