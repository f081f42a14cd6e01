package dev.pintle.go.yaml;

import dev.pintle.go.strconv.GoNumberParser;

/**
 * Whether a text that stands in YAML without quotes is read as that text, and not as a number, a
 * boolean, null or a time: the rules by which Go's libraries decide on quotes when they write.
 */
final class PlainText {

  private PlainText() {}

  /** True if the plain text is read as text in that dialect, and in YAML 1.1. */
  static boolean isText(String text, YamlDialect dialect) {
    if (text.isEmpty()) {
      return false;
    }
    return switch (text.charAt(0)) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~', '.' -> resolvesToText(text);
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          !isNumberOrTime(text, dialect);
      default -> true;
    };
  }

  private static boolean resolvesToText(String text) {
    return ScalarResolver.resolvePlain(text) instanceof String;
  }

  private static boolean isNumberOrTime(String text, YamlDialect dialect) {
    return !resolvesToText(text)
        || TimestampText.isTimestamp(text)
        || isSexagesimal(text)
        || isPrefixedInteger(text, "0b", 2)
        || dialect == YamlDialect.PRETTY && isPrefixedInteger(text, "0o", 8);
  }

  /** A prefix that Go's libraries take off themselves, so that a sign may stand behind it. */
  private static boolean isPrefixedInteger(String text, String prefix, int base) {
    String plain = text.replace("_", "");
    return plain.startsWith(prefix)
        && GoNumberParser.tryParseInt(plain.substring(prefix.length()), base) != null;
  }

  /**
   * A number of base 60, as YAML 1.1 had them: Go reads none, but quotes what looks like one.
   *
   * <pre>
   * [sign] digit {digit | "_"} ":" [0-5] digit { ":" [0-5] digit } [ "." {digit | "_"} ]
   * </pre>
   */
  private static boolean isSexagesimal(String text) {
    int at = skipSign(text, 0);
    if (at == text.length() || !Chars.isDigit(text.charAt(at))) {
      return false;
    }
    at = skipDigitsAndUnderscores(text, at);
    int groups = 0;
    while (at < text.length() && text.charAt(at) == ':') {
      int digits = skipDigits(text, at + 1) - at - 1;
      if (digits < 1 || digits > 2 || digits == 2 && text.charAt(at + 1) > '5') {
        return false;
      }
      at += 1 + digits;
      groups++;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      at = skipDigitsAndUnderscores(text, at + 1);
    }
    return groups > 0 && at == text.length();
  }

  private static int skipSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && Chars.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipDigitsAndUnderscores(String text, int from) {
    int at = from;
    while (at < text.length() && (Chars.isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }
}
