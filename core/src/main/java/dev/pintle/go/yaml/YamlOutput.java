package dev.pintle.go.yaml;

/**
 * The text that has been written so far and where in it the writer is: the column, counted in
 * characters, and what the next token has to put before itself.
 */
final class YamlOutput {

  static final int INDENT = 2;

  private final StringBuilder out;
  private int column;
  private int indent = -1;

  /** The last thing written was white space, so that no blank is needed before a token. */
  private boolean whitespace = true;

  /** Nothing but indentation and indicators like "- " is on the line. */
  private boolean indention = true;

  YamlOutput(StringBuilder out) {
    this.out = out;
  }

  int column() {
    return column;
  }

  /** How far the current block is indented; -1 outside of all. */
  int indent() {
    return indent;
  }

  void indent(int columns) {
    indent = columns;
  }

  boolean onlyIndentionOnLine() {
    return indention;
  }

  /** Starts a new line unless nothing is on this one, and fills it up to the indentation. */
  void startLine() {
    int target = Math.max(indent, 0);
    if (!indention || column > target || column == target && !whitespace) {
      lineBreak();
    }
    for (; column < target; column++) {
      out.append(' ');
    }
    whitespace = true;
    indention = true;
  }

  void lineBreak() {
    out.append('\n');
    column = 0;
    indention = true;
  }

  /** A line break of Unicode, which the text itself has. */
  void otherBreak(char c) {
    out.append(c);
    column = 0;
    indention = true;
  }

  /** An indicator of structure such as "-", "?" or ":". */
  void indicator(char indicator, boolean blankBefore, boolean indents) {
    if (blankBefore) {
      blankBefore();
    }
    out.append(indicator);
    column++;
    whitespace = false;
    indention &= indents;
  }

  /** A token that is a few ASCII characters. */
  void token(String token) {
    blankBefore();
    out.append(token);
    column += token.length();
    endToken();
  }

  void blankBefore() {
    if (!whitespace) {
      put(' ');
    }
  }

  /** A character of text. */
  void put(char c) {
    out.append(c);
    column++;
    indention = false;
  }

  /** A piece of text without line breaks. */
  void putText(String text, int from, int to) {
    out.append(text, from, to);
    column += text.codePointCount(from, to);
    indention = false;
  }

  /** The second half of a pair, which takes no column of its own. */
  void putLow(char c) {
    out.append(c);
  }

  void endToken() {
    whitespace = false;
    indention = false;
  }

  /** After a block scalar: the next line starts where it likes. */
  void endBlock() {
    whitespace = true;
  }
}
