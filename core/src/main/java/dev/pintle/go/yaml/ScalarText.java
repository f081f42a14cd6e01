package dev.pintle.go.yaml;

import dev.pintle.go.yaml.Token.Chomping;
import dev.pintle.go.yaml.Token.Style;

/** Makes the text of scalars that a {@link ScalarScanner} has found to be well-formed. */
final class ScalarText {

  /** What stands for line breaks between two words, until it is known what follows them. */
  private final StringBuilder breaks = new StringBuilder();

  private final StringBuilder out = new StringBuilder();
  private final char[] chars;
  private int at;

  ScalarText(Cursor cursor) {
    this.chars = cursor.chars;
  }

  /** The text of a scalar. */
  String of(Token token) {
    if (token.verbatim) {
      return new String(chars, token.contentStart, token.contentEnd - token.contentStart);
    }
    out.setLength(0);
    breaks.setLength(0);
    at = token.contentStart;
    switch (token.style) {
      case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> appendFlow(token.contentEnd, token.style);
      case LITERAL, FOLDED -> appendBlock(token);
    }
    return out.toString();
  }

  /** Words, with line breaks folded; the blanks around line breaks are dropped. */
  private void appendFlow(int end, Style style) {
    while (at < end) {
      boolean escapedBreak = appendWord(end, style);
      int blanks = at;
      while (at < end && Chars.isBlank(chars[at])) {
        at++;
      }
      if (escapedBreak) {
        appendBreaks(end);
        out.append(breaks);
      } else if (at < end && Chars.isBreak(chars[at])) {
        char first = breakChar();
        appendBreaks(end);
        if (first != '\n') {
          out.append(first);
        } else if (breaks.length() == 0) {
          out.append(' ');
        }
        out.append(breaks);
      } else {
        out.append(chars, blanks, at - blanks);
      }
    }
  }

  /** Collects line breaks, drops the blanks around them. */
  private void appendBreaks(int end) {
    breaks.setLength(0);
    while (at < end) {
      if (Chars.isBlank(chars[at])) {
        at++;
      } else if (Chars.isBreak(chars[at])) {
        breaks.append(breakChar());
      } else {
        return;
      }
    }
  }

  /** Appends what stands before a blank or line break; true if it ends in an escaped break. */
  private boolean appendWord(int end, Style style) {
    int from = at;
    while (at < end && !Chars.isBlankOrEnd(chars[at])) {
      if (style == Style.SINGLE_QUOTED && chars[at] == '\'') {
        at++;
        out.append(chars, from, at - from);
        at++;
        from = at;
      } else if (style == Style.DOUBLE_QUOTED && chars[at] == '\\') {
        out.append(chars, from, at - from);
        at++;
        if (Chars.isBreak(chars[at])) {
          breakChar();
          return true;
        }
        appendEscape();
        from = at;
      } else {
        at++;
      }
    }
    out.append(chars, from, at - from);
    return false;
  }

  private void appendEscape() {
    char c = chars[at++];
    int digits = hexDigitsOfEscape(c);
    if (digits == 0) {
      out.append(escaped(c));
      return;
    }
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value << 4 | Chars.hex(chars[at++]);
    }
    out.appendCodePoint(value);
  }

  /** How many hexadecimal digits follow that character in an escape; -1 if it starts none. */
  static int hexDigitsOfEscape(char c) {
    return switch (c) {
      case '0', 'a', 'b', 't', '\t', 'n', 'v', 'f', 'r', 'e', ' ', '"', '\'', '\\' -> 0;
      case 'N', '_', 'L', 'P' -> 0;
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> -1;
    };
  }

  private static char escaped(char c) {
    return switch (c) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      default -> c;
    };
  }

  /** Lines of a block scalar; folded ones are joined unless one of them is indented further. */
  private void appendBlock(Token token) {
    boolean folded = token.style == Style.FOLDED;
    boolean blankBefore = false;
    char lineEnd = 0;
    skipEmptyLines(token);
    while (at < token.contentEnd) {
      boolean blank = Chars.isBlank(chars[at]);
      if (folded && lineEnd == '\n' && !blankBefore && !blank) {
        if (breaks.length() == 0) {
          out.append(' ');
        }
      } else if (lineEnd != 0) {
        out.append(lineEnd);
      }
      out.append(breaks);
      blankBefore = blank;
      int from = at;
      while (!Chars.isBreakOrEnd(chars[at])) {
        at++;
      }
      out.append(chars, from, at - from);
      lineEnd = at < token.contentEnd ? breakChar() : 0;
      skipEmptyLines(token);
    }
    if (token.chomping != Chomping.STRIP && lineEnd != 0) {
      out.append(lineEnd);
    }
    if (token.chomping == Chomping.KEEP) {
      out.append(breaks);
    }
  }

  /** Collects the breaks of empty lines, and passes the indentation of the line behind them. */
  private void skipEmptyLines(Token token) {
    breaks.setLength(0);
    while (true) {
      int indentEnd = Math.min(token.contentEnd, at + token.indent);
      while (at < indentEnd && chars[at] == ' ') {
        at++;
      }
      if (at >= token.contentEnd || !Chars.isBreak(chars[at])) {
        return;
      }
      breaks.append(breakChar());
    }
  }

  /** Passes a line break; CR, LF, both together, and NEL count as LF. */
  private char breakChar() {
    char c = chars[at++];
    if (c == '\r' && chars[at] == '\n') {
      at++;
    }
    return c == '\u2028' || c == '\u2029' ? c : '\n';
  }
}
