package dev.pintle.go.yaml;

import dev.pintle.diagnostic.Position;

/**
 * A text that is being read, and how far. Lines are counted from 0 here, as Go's library does.
 *
 * <p>Where the text holds what no YAML text may hold, it ends for the reader at {@link #limit}, and
 * {@link #fault} says why.
 */
final class Cursor {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Scanners look this far ahead without asking whether the text goes on. */
  private static final int LOOKAHEAD = 10;

  /** Up to so many characters are counted each time. */
  private static final int SHORT_LINE = 256;

  /** So many characters are read in the time that a step of a template takes. */
  private static final int CHARACTERS_PER_STEP = 16;

  /** Prefix of what goes wrong on the way from YAML to the JSON that Helm's library makes of it. */
  static final String TO_JSON = "error converting YAML to JSON: ";

  final char[] chars;
  final int limit;
  final String fault;
  final ReadOptions options;
  int pos;
  int line;
  int lineStart;

  /** The last place whose column was counted, the start of its line, and its column. */
  private int countedAt;

  private int countedLineStart = -1;
  private int countedColumn;
  private long uncharged;

  Cursor(String text, ReadOptions options) {
    this.options = options;
    String decoded = TextFaults.isUtf16(text) ? TextFaults.decodeUtf16(text) : text;
    int length = decoded.length();
    char[] all = new char[length + LOOKAHEAD];
    decoded.getChars(0, length, all, 0);
    int forbidden = TextFaults.firstForbidden(all, length);
    if (forbidden < 0) {
      this.fault = null;
      this.limit = length;
    } else {
      TextFaults.Fault found = TextFaults.describe(text, decoded, forbidden);
      this.fault = found.problem();
      this.limit = found.noticedAt();
      java.util.Arrays.fill(all, limit, all.length, Chars.END);
    }
    this.chars = all;
    charge(CHARACTERS_PER_STEP + length);
    passByteOrderMark();
  }

  /** The same text, not read yet. */
  Cursor(Cursor other) {
    this.options = other.options;
    this.chars = other.chars;
    this.limit = other.limit;
    this.fault = other.fault;
    charge(CHARACTERS_PER_STEP + limit);
    passByteOrderMark();
  }

  private void passByteOrderMark() {
    if (chars[0] == BYTE_ORDER_MARK) {
      pos = 1;
      lineStart = 1;
    }
  }

  char peek() {
    return chars[pos];
  }

  char peek(int ahead) {
    return chars[pos + ahead];
  }

  /** How far the current place is from the start of its line. */
  int column() {
    return pos - lineStart;
  }

  /** Passes the line break at the current place; does nothing if there is none. */
  void skipBreak() {
    char c = chars[pos];
    if (!Chars.isBreak(c)) {
      return;
    }
    pos += c == '\r' && chars[pos + 1] == '\n' ? 2 : 1;
    line++;
    lineStart = pos;
  }

  void skipBlanks() {
    while (Chars.isBlank(chars[pos])) {
      pos++;
    }
  }

  /** Passes a comment, if one starts here, up to the end of its line. */
  void skipComment() {
    if (chars[pos] == '#') {
      skipToBreak();
    }
  }

  void skipToBreak() {
    int at = pos;
    while (true) {
      char c = chars[at];
      if (c <= '\r' ? c != '\t' && Chars.isBreakOrEnd(c) : c >= 0x85 && Chars.isBreak(c)) {
        break;
      }
      at++;
    }
    pos = at;
  }

  /** True if {@code ---} or {@code ...} stands alone here at the start of a line. */
  boolean atDocumentIndicator() {
    if (pos != lineStart) {
      return false;
    }
    char c = chars[pos];
    return (c == '-' || c == '.')
        && chars[pos + 1] == c
        && chars[pos + 2] == c
        && Chars.isBlankOrEnd(chars[pos + 3]);
  }

  /** True if the current place is more than a number of characters after another. */
  boolean isFartherThan(int characters, int from) {
    int units = pos - from;
    if (units <= characters || units > 2 * characters) {
      return units > characters;
    }
    charge(units);
    return Character.codePointCount(chars, from, units) > characters;
  }

  /** The position of a place for the user. */
  Position position(int at, int atLine, int atLineStart) {
    String file = options.file() == null ? "YAML" : options.file();
    return new Position(
        file, options.firstLine() + atLine, column(Math.min(at, limit), atLineStart));
  }

  /** The column of a place, from 1. */
  private int column(int to, int atLineStart) {
    int units = to - atLineStart;
    if (units <= SHORT_LINE) {
      return units <= 0 ? 1 : 1 + Character.codePointCount(chars, atLineStart, units);
    }
    return columnInLongLine(to, atLineStart);
  }

  /**
   * Counts from the place that it was asked of before: places are asked of one after the other, and
   * a line may be as long as its file.
   */
  private int columnInLongLine(int to, int atLineStart) {
    if (atLineStart != countedLineStart) {
      countedLineStart = atLineStart;
      countedAt = atLineStart;
      countedColumn = 1;
    }
    countedColumn +=
        to >= countedAt
            ? Character.codePointCount(chars, countedAt, to - countedAt)
            : -Character.codePointCount(chars, to, countedAt - to);
    charge(Math.abs(to - countedAt));
    countedAt = to;
    return countedColumn;
  }

  /** Counts what was done with that many characters. */
  private void charge(int characters) {
    uncharged += characters;
    if (options.budget() != null && uncharged >= CHARACTERS_PER_STEP) {
      options.budget().worked(uncharged / CHARACTERS_PER_STEP);
      uncharged %= CHARACTERS_PER_STEP;
    }
  }

  /** The line of a position that this gave, without its end; null if there is no position. */
  String sourceLine(Position position) {
    if (position == null) {
      return null;
    }
    int index = position.line() - options.firstLine();
    return new String(chars, 0, limit).lines().skip(index).findFirst().orElse(null);
  }

  /** A fault that the scanner meets where it stands; Go gives its line. */
  YamlException scannerError(String problem) {
    return error(line == 0 ? "" : "line " + (line + 1) + ": ", problem, pos, line, lineStart);
  }

  /** The same for a fault that is found later, in the current event. */
  YamlException scannerError(String problem, EventParser at) {
    String where = at.line() == 0 ? "" : "line " + (at.line() + 1) + ": ";
    return error(where, problem, at.start(), at.line(), at.lineStart());
  }

  /** A fault that the parser finds in a token; Go gives the line before it. */
  YamlException parserError(String problem, Token at) {
    String where = at.line == 0 ? "" : "line " + at.line + ": ";
    return error(where, problem, at.start, at.line, at.lineStart);
  }

  /** A fault for which Go gives no line. */
  YamlException error(String problem, int at, int atLine, int atLineStart) {
    return error("", problem, at, atLine, atLineStart);
  }

  /** What stands where the text cannot be read on. */
  YamlException textError() {
    return error(fault, pos, line, lineStart);
  }

  private YamlException error(String where, String problem, int at, int atLine, int atLineStart) {
    int start = Math.min(atLineStart, limit);
    int end = start;
    while (end < limit && !Chars.isBreak(chars[end])) {
      end++;
    }
    return new YamlException(
        TO_JSON + "yaml: " + where + problem,
        problem,
        position(at, atLine, atLineStart),
        new String(chars, start, end - start));
  }
}
