package dev.pintle.render.gotemplate.syntax;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One file while it is parsed: what the parsers of its trees share. */
final class ParsedText {

  /**
   * How deep parentheses and blocks may nest. Go allows 10,000 parentheses and any number of
   * blocks; this keeps parser, printer and evaluator within the stack of an ordinary thread: at
   * this depth the parser needs some 200 KiB.
   */
  static final int MAX_DEPTH = 250;

  private final String name;
  private final String text;
  private final Set<String> functions;
  private final Lexer lexer;
  private final Map<String, Tree> trees = new LinkedHashMap<>();
  private int depth;

  ParsedText(String name, String text, Set<String> functions) {
    this.name = name;
    this.text = text;
    this.functions = functions;
    this.lexer = new Lexer(text, functions::contains);
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  Lexer lexer() {
    return lexer;
  }

  Map<String, Tree> trees() {
    return trees;
  }

  /** The names of all functions. */
  Set<String> functions() {
    return functions;
  }

  /** Says that something nested begins; false if it would nest too deep. */
  boolean enter() {
    depth++;
    return depth <= MAX_DEPTH;
  }

  /** Says that something nested ends. */
  void leave() {
    depth--;
  }

  /**
   * Adds a tree. A blank one replaces none and is replaced by any other.
   *
   * @return false if there is one of that name already
   */
  boolean add(String treeName, Body root) {
    Tree present = trees.get(treeName);
    if (present == null || present.root().isBlank()) {
      trees.put(treeName, new Tree(treeName, name, text, root));
      return true;
    }
    return root.isBlank();
  }

  /** A fault at a token, of which Go says that it is in a certain line. */
  TemplateSyntaxException fault(Token token, int goLine, String fault, String note, Hint hint) {
    int start = token.start();
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int newline = text.indexOf('\n', start);
    int lineEnd = newline < 0 ? text.length() : newline;
    Position position = new Position(name, token.line(), 1 + text.codePointCount(lineStart, start));
    String line = text.substring(lineStart, lineEnd);
    int span = text.codePointCount(start, Math.min(token.end(), lineEnd));
    Diagnostic diagnostic =
        Diagnostic.of(Diagnostic.Kind.TEMPLATE_SYNTAX, fault, position)
            .withSource(line, span)
            .withNote(note)
            .withHint(hint);
    return new TemplateSyntaxException(name, goLine, fault, diagnostic);
  }
}
