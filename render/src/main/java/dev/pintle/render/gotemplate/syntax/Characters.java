package dev.pintle.render.gotemplate.syntax;

/** The classes of characters that Go's templates tell apart. */
final class Characters {

  private Characters() {}

  /** White space of the language itself: between operands and next to trim markers. */
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  /** What names of functions, fields and variables are made of. */
  static boolean isAlphaNumeric(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
    return Character.isLetter(c) || Character.isDigit(c);
  }
}
