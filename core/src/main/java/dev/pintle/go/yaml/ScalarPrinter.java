package dev.pintle.go.yaml;

import dev.pintle.go.strings.GoStrings;
import java.util.Base64;

/**
 * Writes texts in the style that Go's YAML emitters choose: plain where that is read as the same
 * text, literal where it has several lines, in single quotes where only indicators or white space
 * are in the way, else in double quotes.
 */
final class ScalarPrinter {

  private static final String HEX = "0123456789ABCDEF";
  private static final int BASE64_LINE = 70;
  private static final String BINARY_TAG = "!!binary";

  private final YamlOutput out;
  private final YamlDialect dialect;

  ScalarPrinter(YamlOutput out, YamlDialect dialect) {
    this.out = out;
    this.dialect = dialect;
  }

  /**
   * Writes a text as a value or a key.
   *
   * @param simpleKey true for a key that has to stay on its line
   */
  void print(String text, boolean simpleKey) {
    if (isHarmless(text)
        && (simpleKey || out.column() + text.length() < dialect.width())
        && PlainText.isText(text, dialect)) {
      out.token(text);
      return;
    }
    int outerIndent = out.indent();
    out.indent(outerIndent < 0 ? YamlOutput.INDENT : outerIndent + YamlOutput.INDENT);
    if (hasForeignBytes(text)) {
      out.token(BINARY_TAG);
      printStyled(inBase64(text), true, simpleKey);
    } else {
      printStyled(text, false, simpleKey);
    }
    out.indent(outerIndent);
  }

  private void printStyled(String text, boolean tagged, boolean simpleKey) {
    ScalarTraits traits = ScalarTraits.of(text, dialect);
    boolean folds = !simpleKey;
    if (traits.hasLineFeed()) {
      if (traits.blockAllowed() && !simpleKey) {
        literal(text);
      } else {
        doubleQuoted(text, folds);
      }
    } else if (!tagged && !PlainText.isText(text, dialect)) {
      doubleQuoted(text, folds);
    } else if (traits.plainAllowed()) {
      plain(text, folds);
    } else if (traits.singleQuotedAllowed()) {
      singleQuoted(text, folds);
    } else {
      doubleQuoted(text, folds);
    }
  }

  /** True if the text, or what stands for it, is on one line and has at most so many bytes. */
  boolean isOneLineOf(String text, int bytes) {
    if (hasForeignBytes(text)) {
      String encoded = inBase64(text);
      return encoded.indexOf('\n') < 0 && encoded.length() + BINARY_TAG.length() <= bytes;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Chars.isBreak(text.charAt(i))) {
        return false;
      }
    }
    return GoStrings.length(text) <= bytes;
  }

  /** A quick look that spares most texts the full one: true if no character can need a quote. */
  private static boolean isHarmless(String text) {
    int last = text.length() - 1;
    if (last < 0 || !isLetterOrDigit(text.charAt(0)) && text.charAt(0) != '/') {
      return false;
    }
    for (int i = 1; i <= last; i++) {
      char c = text.charAt(i);
      boolean harmless =
          switch (c) {
            case '-', '_', '.', '/', '+', '=', '(', ')', ',', ';', '$', '*', '@' -> true;
            case ':' -> i < last && text.charAt(i + 1) != ' ';
            case ' ' -> i < last;
            default -> isLetterOrDigit(c);
          };
      if (!harmless) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private boolean hasForeignBytes(String text) {
    if (dialect.throughJson()) {
      return false; // JSON has replaced them.
    }
    for (int i = 0; i < text.length(); i++) {
      if (GoStrings.isEscape(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static String inBase64(String text) {
    String encoded = Base64.getEncoder().encodeToString(GoStrings.toBytes(text));
    if (encoded.length() < BASE64_LINE) {
      return encoded;
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < encoded.length(); i += BASE64_LINE) {
      lines.append(encoded, i, Math.min(i + BASE64_LINE, encoded.length())).append('\n');
    }
    return lines.toString();
  }

  private void plain(String text, boolean folds) {
    out.blankBefore();
    if (folds && out.column() + text.length() > dialect.width()) {
      foldingAt(text, folds, 0, '\0');
    } else {
      out.putText(text, 0, text.length());
    }
    out.endToken();
  }

  private void singleQuoted(String text, boolean folds) {
    out.blankBefore();
    out.put('\'');
    foldingAt(text, folds, 1, '\'');
    out.put('\'');
    out.endToken();
  }

  /**
   * Writes text that is broken at single blanks where a line is too long.
   *
   * @param margin how many characters at each end are not looked at for a blank to break at
   * @param doubled a character that is written twice
   */
  private void foldingAt(String text, boolean folds, int margin, char doubled) {
    boolean spaces = false;
    boolean breaks = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        boolean breakHere =
            folds
                && !spaces
                && out.column() > dialect.width()
                && i >= margin
                && i < text.length() - margin
                && !isSpace(text, i + 1);
        if (breakHere) {
          out.startLine();
        } else {
          out.put(c);
        }
        spaces = true;
      } else if (Chars.isBreak(c)) {
        out.otherBreak(c);
        breaks = true;
      } else {
        if (breaks) {
          out.startLine();
        }
        if (c == doubled) {
          out.put(c);
        }
        put(c);
        spaces = false;
        breaks = false;
      }
    }
  }

  private void doubleQuoted(String text, boolean folds) {
    out.blankBefore();
    out.put('"');
    // The emitters look for a byte order mark at the start whenever they look for one.
    boolean all = text.startsWith("\uFEFF");
    boolean spaces = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (all || !ScalarTraits.isPrintable(c) || Chars.isBreak(c) || c == '"' || c == '\\') {
        int rune = text.codePointAt(i);
        escape(rune);
        i += Character.charCount(rune) - 1;
        spaces = false;
      } else if (c == ' ') {
        boolean breakHere =
            folds && !spaces && out.column() > dialect.width() && i > 0 && i < text.length() - 1;
        if (breakHere) {
          out.startLine();
          if (isSpace(text, i + 1)) {
            out.put('\\');
          }
        } else {
          out.put(c);
        }
        spaces = true;
      } else {
        out.put(c);
        spaces = false;
      }
    }
    out.put('"');
    out.endToken();
  }

  private void escape(int rune) {
    out.put('\\');
    switch (rune) {
      case 0 -> out.put('0');
      case 0x07 -> out.put('a');
      case 0x08 -> out.put('b');
      case 0x09 -> out.put('t');
      case 0x0A -> out.put('n');
      case 0x0B -> out.put('v');
      case 0x0C -> out.put('f');
      case 0x0D -> out.put('r');
      case 0x1B -> out.put('e');
      case '"' -> out.put('"');
      case '\\' -> out.put('\\');
      case 0x85 -> out.put('N');
      case 0xA0 -> out.put('_');
      case 0x2028 -> out.put('L');
      case 0x2029 -> out.put('P');
      default -> {
        int digits = rune <= 0xFF ? 2 : rune <= 0xFFFF ? 4 : 8;
        out.put(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
          out.put(HEX.charAt(rune >> shift & 0xF));
        }
      }
    }
  }

  private void literal(String text) {
    out.blankBefore();
    out.put('|');
    char first = text.charAt(0);
    if (first == ' ' || Chars.isBreak(first)) {
      out.put((char) ('0' + YamlOutput.INDENT));
    }
    int last = text.length() - 1;
    if (!Chars.isBreak(text.charAt(last))) {
      out.put('-');
    } else if (last == 0 || Chars.isBreak(text.charAt(last - 1))) {
      out.put('+');
    }
    out.lineBreak();
    int line = 0;
    while (line <= last) {
      int end = line;
      while (end <= last && !Chars.isBreak(text.charAt(end))) {
        end++;
      }
      if (end > line) {
        out.startLine();
        out.putText(text, line, end);
      }
      if (end <= last) {
        lineBreak(text.charAt(end));
      }
      line = end + 1;
    }
    out.endBlock();
  }

  private void lineBreak(char c) {
    if (c == '\n') {
      out.lineBreak();
    } else {
      out.otherBreak(c);
    }
  }

  private void put(char c) {
    if (Character.isLowSurrogate(c)) {
      out.putLow(c);
    } else {
      out.put(c);
    }
  }

  private static boolean isSpace(String text, int at) {
    return at < text.length() && text.charAt(at) == ' ';
  }
}
