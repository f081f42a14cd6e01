package dev.pintle.go.toml;

import dev.pintle.go.strconv.GoNumberException;
import dev.pintle.go.strconv.GoNumberParser;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.TextParts;

/** Reads numbers: decides what kind one is from its characters, then what it is worth. */
final class TomlNumbers {

  private final TomlScanner scanner;
  private int start;

  TomlNumbers(TomlScanner scanner) {
    this.scanner = scanner;
  }

  /** What the characters of a number turned out to be. */
  enum Kind {
    INTEGER,
    FLOAT,
    DATE_OR_TIME
  }

  /** A number's characters. */
  record Token(Kind kind, String text, int line) {}

  /** Takes the characters of a number or date that starts with a digit. */
  Token unsigned() throws TomlException {
    start = scanner.position();
    if (scanner.next() == '0') {
      switch (scanner.next()) {
        case 'b' -> {
          return prefixed("a binary", c -> c == '0' || c == '1');
        }
        case 'o' -> {
          return prefixed("an octal", c -> c >= '0' && c <= '7');
        }
        case 'x' -> {
          return prefixed("a hexadecimal", TomlNumbers::isHex);
        }
        default -> scanner.back();
      }
    }
    scanner.takeWhile(TomlNumbers::isDigit);
    int c = scanner.next();
    if (c == '-' || c == ':') {
      // A time of day has two digits before its colon; a lone 0 is a number that has ended.
      if (!scanner.from(start).startsWith("0" + (char) c)) {
        return dateOrTime();
      }
    }
    scanner.back();
    return decimal();
  }

  private Token prefixed(String what, java.util.function.IntPredicate digit) throws TomlException {
    int c = scanner.peek();
    if (!digit.test(c)) {
      throw scanner.error(
          "not " + what + " number: '" + scanner.from(start) + Character.toString(c) + "'");
    }
    scanner.takeWhile(next -> digit.test(next) || next == '_');
    return token(Kind.INTEGER);
  }

  private Token dateOrTime() throws TomlException {
    scanner.takeWhile(c -> isDigit(c) || "-:Tt .Zz+".indexOf(c) >= 0);
    return new Token(Kind.DATE_OR_TIME, scanner.from(start).trim(), scanner.line());
  }

  private Token decimal() throws TomlException {
    scanner.takeWhile(c -> isDigit(c) || c == '_');
    int c = scanner.next();
    if (c == '.' || c == 'e' || c == 'E') {
      scanner.takeWhile(next -> isDigit(next) || "_.-+eE".indexOf(next) >= 0);
      return token(Kind.FLOAT);
    }
    scanner.back();
    return token(Kind.INTEGER);
  }

  private Token token(Kind kind) {
    return new Token(kind, scanner.from(start), scanner.line());
  }

  /** Takes the characters of a number whose sign has been taken. */
  Token signed() throws TomlException {
    start = scanner.position() - 1;
    int c = scanner.next();
    switch (c) {
      case 'i', 'n' -> {
        boolean whole =
            c == 'i'
                ? scanner.accept('n') && scanner.accept('f')
                : scanner.accept('a') && scanner.accept('n');
        if (!whole) {
          throw scanner.error("invalid float: '" + scanner.from(start) + "'");
        }
        return token(Kind.FLOAT);
      }
      case '.' -> throw scanner.error("floats must start with a digit, not '.'");
      case '0' -> {
        int prefix = scanner.peek();
        if (prefix == 'b' || prefix == 'o' || prefix == 'x') {
          throw scanner.error(
              "cannot use sign with non-decimal numbers: '"
                  + scanner.from(start)
                  + (char) prefix
                  + "'");
        }
      }
      default -> {
        if (!isDigit(c)) {
          throw scanner.error("expected a digit but got " + GoQuotes.quoteRune(c));
        }
      }
    }
    return decimal();
  }

  /** The value of an integer: a {@code Long}. */
  Long integer(Token token) throws TomlException {
    String text = token.text;
    String quoted = GoQuotes.quote(text);
    if (!isUnderscoreBetweenDigits(text)) {
      throw scanner.error(
          token.line, "Invalid integer " + quoted + ": underscores must be surrounded by digits");
    } else if (hasLeadingZero(text)) {
      throw scanner.error(token.line, "Invalid integer " + quoted + ": cannot have leading zeroes");
    }
    try {
      return GoNumberParser.parseInt(text, 0, 64);
    } catch (GoNumberException tooLarge) {
      throw scanner.error(token.line, text + " is out of range for int64");
    }
  }

  /** The value of a float. */
  Double decimal(Token token) throws TomlException {
    String text = token.text;
    String invalid = "Invalid float " + GoQuotes.quote(text) + ": ";
    boolean first = true;
    boolean leadingZero = false;
    for (String part : TextParts.split(text.replace('e', '.').replace('E', '.'), '.')) {
      if (part.isEmpty()) {
        continue;
      }
      if (!isUnderscoreBetweenDigits(part)) {
        throw scanner.error(token.line, invalid + "underscores must be surrounded by digits");
      }
      leadingZero |= first && hasLeadingZero(part);
      first = false;
    }
    if (leadingZero) {
      throw scanner.error(token.line, invalid + "cannot have leading zeroes");
    } else if (!isPointBeforeDigit(text)) {
      throw scanner.error(token.line, invalid + "'.' must be followed by one or more digits");
    } else if (text.equals("-nan")) {
      return Math.copySign(Double.NaN, -1);
    }
    try {
      return GoNumberParser.parseFloat(text.equals("+nan") ? "nan" : text.replace("_", ""));
    } catch (GoNumberException e) {
      throw scanner.error(
          token.line,
          e.isOutOfRange()
              ? text + " is out of range for float64"
              : "Invalid float value: " + GoQuotes.quote(text));
    }
  }

  /** Letters count as digits here: they are those of hexadecimal numbers. */
  private static boolean isUnderscoreBetweenDigits(String text) {
    switch (text) {
      case "nan", "+nan", "-nan", "inf", "+inf", "-inf" -> {
        return true;
      }
      default -> {
        boolean afterDigit = false;
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          if (c == '_' && !afterDigit) {
            return false;
          }
          afterDigit = isHex(c);
        }
        return afterDigit;
      }
    }
  }

  private static boolean hasLeadingZero(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int zero = signed ? 1 : 0;
    if (text.length() <= zero + 1 || text.charAt(zero) != '0') {
      return false;
    }
    return signed || "box".indexOf(text.charAt(1)) < 0;
  }

  private static boolean isPointBeforeDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      boolean digitFollows = i + 1 < text.length() && isDigit(text.charAt(i + 1));
      if (text.charAt(i) == '.' && !digitFollows) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHex(int c) {
    return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
  }
}
