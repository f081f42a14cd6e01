package dev.pintle.go.toml;

import dev.pintle.go.strconv.GoQuotes;

/**
 * Reads strings.
 *
 * <pre>
 * basic     = '"' { char | escape } '"'            literal     = "'" { char } "'"
 * multiline = '"""' [newline] { … } '"""'          rawMultiline = "'''" [newline] { char } "'''"
 * escape    = "\" ( b t n f r e " \ | "x" 2hex | "u" 4hex | "U" 8hex )
 * </pre>
 *
 * In a multi-line basic string a backslash at the end of a line takes away all white space up to
 * the next character.
 */
final class TomlStrings {

  private final TomlScanner scanner;

  TomlStrings(TomlScanner scanner) {
    this.scanner = scanner;
  }

  /** Reads a string that may have several lines; its first quote has been taken. */
  String value(int quote) throws TomlException {
    if (scanner.accept(quote)) {
      if (scanner.accept(quote)) {
        return quote == '"' ? multiline() : rawMultiline();
      }
      return "";
    }
    return line(quote);
  }

  /** Reads a string on one line; its first quote has been taken. */
  String line(int quote) throws TomlException {
    return quote == '"' ? basic() : literal();
  }

  private String basic() throws TomlException {
    int start = scanner.position();
    boolean escaped = false;
    while (true) {
      int c = scanner.next();
      if (c == TomlScanner.END) {
        throw scanner.error("unexpected EOF; expected '\"'");
      } else if (isNewLine(c)) {
        throw scanner.errorAtBreak("strings cannot contain newlines");
      } else if (c == '\\') {
        escaped = true;
        checkEscape(start);
      } else if (c == '"') {
        scanner.back();
        String text = scanner.from(start);
        int line = scanner.line();
        scanner.next();
        return escaped ? unescape(text, line) : text;
      }
    }
  }

  private String literal() throws TomlException {
    int start = scanner.position();
    while (true) {
      int c = scanner.next();
      if (c == TomlScanner.END) {
        throw scanner.error("unexpected EOF; expected \"'\"");
      } else if (isNewLine(c)) {
        throw scanner.errorAtBreak("strings cannot contain newlines");
      } else if (c == '\'') {
        scanner.back();
        String text = scanner.from(start);
        scanner.next();
        return text;
      }
    }
  }

  private String multiline() throws TomlException {
    int start = scanner.position();
    while (true) {
      int c = scanner.next();
      if (c == TomlScanner.END) {
        throw scanner.error("unexpected EOF; expected '\"\"\"'");
      } else if (c == '\\') {
        if (!isNewLine(scanner.next())) {
          scanner.back();
          checkEscape(start);
        }
      } else if (c == '"' && endsHere(start, '"')) {
        String text = withoutDelimiter(start);
        return unescape(joinLines(withoutFirstBreak(text)), scanner.line());
      }
    }
  }

  private String rawMultiline() throws TomlException {
    int start = scanner.position();
    while (true) {
      int c = scanner.next();
      if (c == TomlScanner.END) {
        throw scanner.error("unexpected EOF; expected \"'''\"");
      } else if (c == '\'' && endsHere(start, '\'')) {
        return withoutFirstBreak(withoutDelimiter(start));
      }
    }
  }

  private String withoutDelimiter(int start) {
    String text = scanner.from(start);
    return text.substring(0, text.length() - 3);
  }

  /**
   * After one quote: whether two more follow and end the string. Of up to five in a row the last
   * three do.
   */
  private boolean endsHere(int start, char quote) throws TomlException {
    if (!scanner.accept(quote)) {
      return false;
    }
    int second = scanner.position() - 1;
    if (!scanner.accept(quote)) {
      return false;
    }
    if (scanner.peek() != quote) {
      return true;
    }
    String five = String.valueOf(quote).repeat(5);
    String current = scanner.from(start);
    if (current.endsWith(five) && !(quote == '"' && current.endsWith("\\" + five))) {
      throw scanner.error(quote == '"' ? "unexpected '\"\"\"\"\"\"'" : "unexpected \"''''''\"");
    }
    scanner.goTo(second);
    return false;
  }

  /** Checks an escape whose backslash has been taken. */
  private void checkEscape(int start) throws TomlException {
    int c = scanner.next();
    switch (c) {
      case 'e', 'b', 't', 'n', 'f', 'r', '"', '\\', ' ', '\t' -> {}
      case 'x' -> checkHex(start, 2, "two hexadecimal digits after '\\x'");
      case 'u' -> checkHex(start, 4, "four hexadecimal digits after '\\u'");
      case 'U' -> checkHex(start, 8, "eight hexadecimal digits after '\\U'");
      default ->
          throw scanner.errorInEscape("invalid escape in string '\\" + Character.toString(c) + "'");
    }
  }

  private void checkHex(int start, int digits, String expected) throws TomlException {
    for (int i = 0; i < digits; i++) {
      if (!TomlNumbers.isHex(scanner.next())) {
        throw scanner.error(
            "expected "
                + expected
                + ", but got "
                + GoQuotes.quote(scanner.from(start))
                + " instead");
      }
    }
  }

  private String unescape(String text, int line) throws TomlException {
    int backslash = text.indexOf('\\');
    if (backslash < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (backslash >= 0) {
      out.append(text, done, backslash);
      char c = text.charAt(backslash + 1);
      done = backslash + 2;
      switch (c) {
        case 'b' -> out.append('\b');
        case 't' -> out.append('\t');
        case 'n' -> out.append('\n');
        case 'f' -> out.append('\f');
        case 'r' -> out.append('\r');
        case 'e' -> out.append('\u001b');
        case 'x', 'u', 'U' -> {
          int digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
          String hex = text.substring(done, done + digits);
          done += digits;
          out.appendCodePoint(rune(hex, line));
        }
        case '"', '\\' -> out.append(c);
        default -> throw scanner.error(line, "invalid escape: '\\" + c + "'");
      }
      backslash = text.indexOf('\\', done);
    }
    return out.append(text, done, text.length()).toString();
  }

  private int rune(String hex, int line) throws TomlException {
    long rune = Long.parseLong(hex, 16);
    if (rune > Character.MAX_CODE_POINT
        || rune >= Character.MIN_SURROGATE && rune <= Character.MAX_SURROGATE) {
      throw scanner.error(line, "Escaped character '\\u" + hex + "' is not valid UTF-8.");
    }
    return (int) rune;
  }

  private static String withoutFirstBreak(String text) {
    if (text.startsWith("\n")) {
      return text.substring(1);
    }
    return text.startsWith("\r\n") ? text.substring(2) : text;
  }

  /** Takes away backslashes at the ends of lines and the white space behind them. */
  private static String joinLines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    int at = text.indexOf('\\');
    while (at >= 0 && at + 1 < text.length()) {
      int end = at + 1;
      while (end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (text.charAt(at + 1) == '\\') {
        at += 2;
      } else if (text.substring(at, end).indexOf('\n') < 0) {
        at++;
      } else {
        out.append(text, done, at);
        done = end;
        at = end;
      }
      at = text.indexOf('\\', at);
    }
    return out.append(text, done, text.length()).toString();
  }

  private static boolean isNewLine(int c) {
    return c == '\n' || c == '\r';
  }
}
