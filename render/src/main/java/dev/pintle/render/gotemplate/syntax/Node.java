package dev.pintle.render.gotemplate.syntax;

/**
 * An element of a template's syntax tree: immutable, closed, the same kinds that Go's {@code
 * text/template/parse} has. A comment leaves nothing in the tree; a definition is a {@link Tree} of
 * its own.
 */
public sealed interface Node permits Body, Statement, Command, Operand {

  /**
   * Where Go says that the node is: an index into the text of its {@link Tree}. It is not always
   * the node's first character: a field or variable with several names ({@code .a.b.c}) and a chain
   * ({@code (f).b}) are said to be at the dot before their second part, an {@code if} at its
   * condition. {@link Tree#location} turns it into the line and column that messages show.
   */
  int offset();

  /** The node's source in Go's normal form, which messages quote. */
  default String source() {
    return SourcePrinter.print(this);
  }
}
