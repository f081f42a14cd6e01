package dev.pintle.go.yaml;

import dev.pintle.go.yaml.Token.Chomping;
import dev.pintle.go.yaml.Token.Style;

/** Finds where scalars end, and what is wrong in them; their text is made by {@link ScalarText}. */
final class ScalarScanner {

  private final Cursor cursor;

  ScalarScanner(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Scans a plain scalar, with the blanks and line breaks behind it.
   *
   * @param parentIndent the column of the block around it
   * @return true if a line break was passed after its text, so that a key may follow
   */
  boolean scanPlain(Token token, int parentIndent, boolean inFlow) {
    char[] chars = cursor.chars;
    int ends = inFlow ? Chars.ENDS_PLAIN | Chars.ENDS_PLAIN_IN_FLOW : Chars.ENDS_PLAIN;
    token.style = Style.PLAIN;
    token.contentStart = cursor.pos;
    token.contentEnd = cursor.pos;
    token.verbatim = true;
    boolean broken = false;
    while (!cursor.atDocumentIndicator() && cursor.peek() != '#') {
      int at = cursor.pos;
      while ((Chars.of(chars[at]) & ends) == 0
          || chars[at] == ':' && !Chars.isBlankOrEnd(chars[at + 1])) {
        at++;
      }
      if (at > cursor.pos) {
        if (broken) {
          token.verbatim = false;
          broken = false;
        }
        cursor.pos = at;
        token.contentEnd = at;
      }
      char c = chars[at];
      if (!Chars.isBlank(c) && !Chars.isBreak(c)) {
        break;
      }
      while (true) {
        c = cursor.peek();
        if (Chars.isBlank(c)) {
          if (c == '\t' && broken && cursor.column() <= parentIndent) {
            throw cursor.scannerError("found a tab character that violates indentation");
          }
          cursor.pos++;
        } else if (Chars.isBreak(c)) {
          broken = true;
          cursor.skipBreak();
        } else {
          break;
        }
      }
      if (!inFlow && cursor.column() <= parentIndent) {
        break;
      }
    }
    return broken;
  }

  /** Scans a scalar in quotes. */
  void scanQuoted(Token token, boolean single) {
    char quote = single ? '\'' : '"';
    token.style = single ? Style.SINGLE_QUOTED : Style.DOUBLE_QUOTED;
    token.verbatim = true;
    cursor.pos++;
    token.contentStart = cursor.pos;
    while (true) {
      if (cursor.atDocumentIndicator()) {
        throw cursor.scannerError("found unexpected document indicator");
      }
      char c = cursor.peek();
      if (c == Chars.END) {
        throw cursor.scannerError("found unexpected end of stream");
      }
      while (!Chars.isBlankOrEnd(c)) {
        if (c == quote) {
          if (!single || cursor.peek(1) != '\'') {
            token.contentEnd = cursor.pos;
            cursor.pos++;
            return;
          }
          token.verbatim = false;
          cursor.pos += 2;
        } else if (c == '\\' && !single) {
          token.verbatim = false;
          if (Chars.isBreak(cursor.peek(1))) {
            cursor.pos++;
            break;
          }
          checkEscape();
        } else {
          cursor.pos++;
        }
        c = cursor.peek();
      }
      cursor.skipBlanks();
      while (Chars.isBreak(cursor.peek())) {
        token.verbatim = false;
        cursor.skipBreak();
        cursor.skipBlanks();
      }
    }
  }

  private void checkEscape() {
    int digits = ScalarText.hexDigitsOfEscape(cursor.peek(1));
    if (digits < 0) {
      throw cursor.scannerError("found unknown escape character");
    }
    cursor.pos += 2;
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Chars.hex(cursor.peek(i));
      if (digit < 0) {
        throw cursor.scannerError("did not find expected hexdecimal number");
      }
      value = value << 4 | digit;
    }
    if (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE
        || value > Character.MAX_CODE_POINT) {
      throw cursor.scannerError("found invalid Unicode character escape code");
    }
    cursor.pos += digits;
  }

  /**
   * Scans a block scalar.
   *
   * @param parentIndent the column of the block around it, or -1
   */
  void scanBlock(Token token, boolean literal, int parentIndent) {
    token.style = literal ? Style.LITERAL : Style.FOLDED;
    token.verbatim = false;
    cursor.pos++;
    int increment = scanBlockHead(token);
    cursor.skipBlanks();
    cursor.skipComment();
    if (!Chars.isBreakOrEnd(cursor.peek())) {
      throw cursor.scannerError("did not find expected comment or line break");
    }
    cursor.skipBreak();
    token.contentStart = cursor.pos;
    int indent =
        increment > 0
            ? Math.max(parentIndent, 0) + increment
            : detectIndent(Math.max(parentIndent + 1, 1));
    token.indent = indent;
    skipEmptyLines(indent);
    while (cursor.column() == indent && cursor.peek() != Chars.END) {
      cursor.skipToBreak();
      cursor.skipBreak();
      skipEmptyLines(indent);
    }
    token.contentEnd = cursor.pos;
  }

  /** Scans the indicators of chomping and indentation, in any order; gives the indentation or 0. */
  private int scanBlockHead(Token token) {
    token.chomping = Chomping.CLIP;
    boolean chompingFirst = scanChomping(token);
    char c = cursor.peek();
    if (!Chars.isDigit(c)) {
      return 0;
    }
    if (c == '0') {
      throw cursor.scannerError("found an indentation indicator equal to 0");
    }
    cursor.pos++;
    if (!chompingFirst) {
      scanChomping(token);
    }
    return c - '0';
  }

  private boolean scanChomping(Token token) {
    char c = cursor.peek();
    if (c != '+' && c != '-') {
      return false;
    }
    token.chomping = c == '+' ? Chomping.KEEP : Chomping.STRIP;
    cursor.pos++;
    return true;
  }

  /** Passes empty lines; the first line that is not, or the deepest before it, sets the indent. */
  private int detectIndent(int least) {
    int deepest = least;
    while (true) {
      while (cursor.peek() == ' ') {
        cursor.pos++;
      }
      deepest = Math.max(deepest, cursor.column());
      if (cursor.peek() == '\t') {
        throw tabInIndentation();
      }
      if (!Chars.isBreak(cursor.peek())) {
        return deepest;
      }
      cursor.skipBreak();
    }
  }

  /** Passes empty lines and the indentation of the line behind them. */
  private void skipEmptyLines(int indent) {
    while (true) {
      while (cursor.column() < indent && cursor.peek() == ' ') {
        cursor.pos++;
      }
      if (cursor.column() < indent && cursor.peek() == '\t') {
        throw tabInIndentation();
      }
      if (!Chars.isBreak(cursor.peek())) {
        return;
      }
      cursor.skipBreak();
    }
  }

  private YamlException tabInIndentation() {
    return cursor.scannerError("found a tab character where an indentation space is expected");
  }
}
