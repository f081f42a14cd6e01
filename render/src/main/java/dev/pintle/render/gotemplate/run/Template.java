package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Tree;

/**
 * A template ready to run: immutable, shared by any number of renderings and threads.
 *
 * @param tree its syntax, for messages
 * @param body what it does
 * @param slots how many variables it has at most at one time, {@code $} among them
 */
public record Template(Tree tree, Step body, int slots) {

  String name() {
    return tree.name();
  }

  /** Its outermost node. */
  public Node root() {
    return tree.root();
  }

  /** True if it prints nothing but white space: such a definition replaces no other. */
  boolean isBlank() {
    return tree.root().isBlank();
  }
}
