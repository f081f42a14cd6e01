package dev.pintle.render.gotemplate.syntax;

import java.util.List;

/** What stands in a template or in a branch, in order. */
public record Body(int offset, List<Statement> statements) implements Node {

  /** The statements are copied. */
  public Body {
    statements = List.copyOf(statements);
  }

  /**
   * True if there is nothing in it but white space: such a definition replaces no other one of its
   * name.
   */
  public boolean isBlank() {
    for (Statement statement : statements) {
      if (!(statement instanceof Statement.Text text) || !text.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
