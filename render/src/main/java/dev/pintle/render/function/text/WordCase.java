package dev.pintle.render.function.text;

import java.util.function.IntPredicate;

/**
 * Splits a text into words and joins them in another style: {@code HTTPServer2x} is {@code
 * http_server_2x}, {@code some-words} is {@code SomeWords}. Follows github.com/huandu/xstrings
 * v1.5.0, what it does with digits included.
 */
final class WordCase {

  private enum Kind {
    END,
    NUMBER,
    UPPER,
    LETTERS,
    CONNECTOR,
    PUNCTUATION,
    OTHER;

    boolean isWordPart() {
      return this == LETTERS || this == NUMBER;
    }

    boolean separates() {
      return this == CONNECTOR || this == PUNCTUATION;
    }
  }

  private final String text;
  private final char connector;
  private final StringBuilder out;
  private Kind kind;
  private int from;
  private int to;

  private WordCase(String text, char connector) {
    this.text = text;
    this.connector = connector;
    this.out = new StringBuilder(text.length() + 8);
  }

  /** Words in small letters with a connector between them. */
  static String toDelimited(String text, char connector) {
    return text.isEmpty() ? "" : new WordCase(text, connector).delimited();
  }

  private String delimited() {
    next();
    while (to < text.length()) {
      Kind previous = kind;
      if (previous != Kind.CONNECTOR) {
        write(kind);
      }
      int previousFrom = from;
      int previousTo = to;
      next();
      switch (previous) {
        case NUMBER -> {
          writeWordParts();
          if (kind != Kind.END && !kind.separates()) {
            out.append(connector);
          }
        }
        case CONNECTOR -> write(Kind.CONNECTOR, previousFrom, previousTo);
        case PUNCTUATION -> {}
        default -> afterWord();
      }
    }
    write(kind);
    return out.toString();
  }

  /** A number belongs to the word before it, unless small letters follow it. */
  private void afterWord() {
    if (kind != Kind.NUMBER) {
      if (!kind.separates()) {
        out.append(connector);
      }
      return;
    }
    if (to == text.length()) {
      return;
    }
    int numberFrom = from;
    int numberTo = to;
    next();
    if (kind == Kind.LETTERS) {
      out.append(connector);
      write(Kind.NUMBER, numberFrom, numberTo);
      writeWordParts();
      if (kind != Kind.END && !kind.separates()) {
        out.append(connector);
      }
    } else {
      write(Kind.NUMBER, numberFrom, numberTo);
      if (!kind.separates()) {
        out.append(connector);
      }
    }
  }

  private void writeWordParts() {
    while (kind.isWordPart()) {
      write(kind);
      next();
    }
  }

  private void write(Kind what) {
    write(what, from, to);
  }

  private void write(Kind what, int start, int end) {
    if (what != Kind.UPPER && what != Kind.CONNECTOR) {
      out.append(text, start, end);
      return;
    }
    for (int i = start; i < end; ) {
      int rune = Runes.at(text, i);
      i += Character.charCount(rune);
      if (isConnector(rune)) {
        out.append(connector);
      } else {
        out.appendCodePoint(Runes.isUpper(rune) ? Runes.toLower(rune) : rune);
      }
    }
  }

  /** Goes to the next run of runes of one kind. */
  private void next() {
    from = to;
    kind = Kind.END;
    if (from == text.length()) {
      return;
    }
    int at = skipInvalid(from);
    if (at == text.length()) {
      to = at;
      return;
    }
    int rune = Runes.at(text, at);
    at += Character.charCount(rune);
    if (isConnector(rune)) {
      kind = Kind.CONNECTOR;
      to = run(at, rune, WordCase::isConnector);
    } else if (Runes.isPunct(rune)) {
      kind = Kind.PUNCTUATION;
      to = run(at, rune, Runes::isPunct);
    } else if (Runes.isUpper(rune)) {
      kind = Kind.UPPER;
      to = upper(at, rune);
    } else if (isAlphabetic(rune)) {
      kind = Kind.LETTERS;
      to = run(at, rune, WordCase::isSmall);
    } else if (Runes.isNumber(rune)) {
      kind = Kind.NUMBER;
      to = run(at, rune, Runes::isNumber);
    } else {
      kind = Kind.OTHER;
      to = run(at, rune, WordCase::isOther);
    }
  }

  /** From the second rune on: {@code HTTP} of {@code HTTPServer}, or {@code Server}. */
  private int upper(int start, int first) {
    if (start == text.length()) {
      return start;
    }
    int second = runeAfter(start, first);
    if (!Runes.isUpper(second)) {
      return isAlphabetic(second) ? run(start, first, WordCase::isSmall) : start;
    }
    int last = start;
    int at = start;
    int rune = first;
    while (at < text.length()) {
      rune = runeAfter(at, rune);
      if (!Runes.isUpper(rune)) {
        return isAlphabetic(rune) ? last : at;
      }
      last = at;
      at = endOfRune(at);
    }
    return at;
  }

  private int run(int start, int first, IntPredicate belongs) {
    int at = start;
    int rune = first;
    while (at < text.length()) {
      rune = runeAfter(at, rune);
      if (!belongs.test(rune)) {
        break;
      }
      at = endOfRune(at);
    }
    return at;
  }

  /** The next valid rune; what is not valid goes with what stands before it. */
  private int runeAfter(int index, int previous) {
    int at = skipInvalid(index);
    return at == text.length() ? previous : Runes.at(text, at);
  }

  private int endOfRune(int index) {
    int at = skipInvalid(index);
    return at == text.length() ? at : at + Character.charCount(Runes.at(text, at));
  }

  private int skipInvalid(int index) {
    int at = index;
    while (at < text.length() && Runes.at(text, at) == Runes.REPLACEMENT) {
      at++;
    }
    return at;
  }

  private static boolean isConnector(int rune) {
    return rune == '-' || rune == '_' || Runes.isSpace(rune);
  }

  private static boolean isSmall(int rune) {
    return isAlphabetic(rune) && !Runes.isUpper(rune);
  }

  private static boolean isOther(int rune) {
    return !isConnector(rune)
        && !isAlphabetic(rune)
        && !Runes.isNumber(rune)
        && !Runes.isPunct(rune);
  }

  /** Letters but for Chinese characters, each of which is a word. */
  private static boolean isAlphabetic(int rune) {
    return Runes.isLetter(rune)
        && !(rune >= 0x4E00 && rune <= 0x9FCC)
        && !(rune >= 0x3400 && rune <= 0x4D85)
        && !(rune >= 0x20000 && rune <= 0x2B81D);
  }

  /** Words that begin with a capital letter, without the connectors between them. */
  static String toPascal(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    int rune = 0;
    boolean atStart = true;
    while (at < text.length() && atStart) {
      rune = Runes.at(text, at);
      at += Character.charCount(rune);
      atStart = isConnector(rune);
      if (atStart) {
        out.appendCodePoint(rune);
      }
    }
    if (at == text.length()) {
      // A text of connectors alone has its last one written once more.
      return at == 0 ? "" : out.appendCodePoint(atStart ? rune : Runes.toUpper(rune)).toString();
    }
    boolean inCapitals = Runes.isUpper(rune);
    rune = Runes.toUpper(rune);
    while (at < text.length()) {
      int previous = rune;
      rune = Runes.at(text, at);
      at += Character.charCount(rune);
      if (isConnector(rune) && isConnector(previous)) {
        out.appendCodePoint(previous);
      } else if (isConnector(previous)) {
        inCapitals = Runes.isUpper(rune);
        rune = Runes.toUpper(rune);
      } else {
        if (inCapitals && Runes.isUpper(rune)) {
          rune = Runes.toLower(rune);
        } else {
          inCapitals = false;
        }
        out.appendCodePoint(previous);
      }
    }
    return out.appendCodePoint(rune).toString();
  }
}
