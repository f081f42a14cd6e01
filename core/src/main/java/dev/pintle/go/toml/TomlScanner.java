package dev.pintle.go.toml;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Goes over a TOML text character by character and refuses what no TOML text may have, with Go's
 * messages and Go's idea of the line.
 */
final class TomlScanner {

  /** What comes after the text; no text has it, since control characters are refused. */
  static final int END = 0;

  private final String text;
  private final Supplier<String> lastKey;
  private int at;
  private int previous;
  private boolean tookEnd;

  /** The line at the place up to which lines have been counted. */
  private int countedLine = 1;

  private int countedTo;

  /**
   * Starts at the beginning.
   *
   * @param lastKey gives the key that messages are to name; empty if there is none yet
   */
  TomlScanner(String text, Supplier<String> lastKey) {
    this.text = text;
    this.lastKey = lastKey;
  }

  /** The character that comes next, or {@link #END}; it is taken. */
  int next() throws TomlException {
    previous = at;
    tookEnd = at == text.length();
    if (tookEnd) {
      return END;
    }
    int c = text.codePointAt(at);
    if (GoStrings.isEscape(text, at)) {
      throw error(line(), String.format("invalid UTF-8 byte: 0x%02x", c & 0xFF));
    }
    boolean returnAlone = c == '\r' && !text.startsWith("\n", at + 1);
    if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F || returnAlone) {
      throw error(
          line(), String.format("TOML files cannot contain control characters: '0x%02x'", c));
    }
    at += Character.charCount(c);
    return c;
  }

  /** Gives back the character that was taken last. */
  void back() {
    at = previous;
    tookEnd = false;
  }

  /** The character that comes next; it stays. */
  int peek() throws TomlException {
    int c = next();
    back();
    return c;
  }

  /** Takes the next character if it is that one. */
  boolean accept(int c) throws TomlException {
    if (next() == c) {
      return true;
    }
    back();
    return false;
  }

  void skipBlanks() throws TomlException {
    takeWhile(c -> c == ' ' || c == '\t');
  }

  void takeWhile(IntPredicate wanted) throws TomlException {
    int c = next();
    while (c != END && wanted.test(c)) {
      c = next();
    }
    back();
  }

  int position() {
    return at;
  }

  void goTo(int position) {
    at = position;
  }

  /** The text from there up to here. */
  String from(int position) {
    return text.substring(position, at);
  }

  /** The number of the line that has been reached, from 1. */
  int line() {
    if (at < countedTo) {
      countedTo = 0;
      countedLine = 1;
    }
    for (; countedTo < at; countedTo++) {
      if (text.charAt(countedTo) == '\n') {
        countedLine++;
      }
    }
    return countedLine;
  }

  /**
   * The error for what was taken last. Behind the end of the text, a line that has nothing in it is
   * not named, but the one before.
   */
  TomlException error(String message) {
    boolean emptyLastLine = tookEnd && at > 0 && text.charAt(at - 1) == '\n';
    return error(emptyLastLine ? line() - 1 : line(), message);
  }

  /** The error for a line break that must not be there: it is on the line that it ends. */
  TomlException errorAtBreak(String message) {
    return error(line() - 1, message);
  }

  /** The error for a bad escape; at the end of the text Go names the line before. */
  TomlException errorInEscape(String message) {
    return error(tookEnd ? line() - 1 : line(), message);
  }

  /** The error for a line. */
  TomlException error(int line, String message) {
    String key = lastKey.get();
    String where = key.isEmpty() ? "" : " (last key " + GoQuotes.quote(key) + ")";
    return new TomlException("toml: line " + line + where + ": " + message);
  }
}
