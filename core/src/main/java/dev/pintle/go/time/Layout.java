package dev.pintle.go.time;

import java.util.ArrayList;
import java.util.List;

/**
 * A form of dates and times, written as Go writes it: as the reference time {@code Mon Jan 2
 * 15:04:05 MST 2006} would look in it. Immutable.
 */
final class Layout {

  /** What an element of a layout stands for. */
  enum Kind {
    LONG_MONTH,
    MONTH,
    NUMBER_MONTH,
    ZERO_MONTH,
    LONG_WEEKDAY,
    WEEKDAY,
    DAY,
    BLANK_DAY,
    ZERO_DAY,
    BLANK_YEARDAY,
    ZERO_YEARDAY,
    HOUR,
    HOUR12,
    ZERO_HOUR12,
    MINUTE,
    ZERO_MINUTE,
    SECOND,
    ZERO_SECOND,
    LONG_YEAR,
    YEAR,
    UPPER_PM,
    LOWER_PM,
    ZONE_NAME,
    OFFSET,
    FRACTION,
    TRIMMED_FRACTION
  }

  /**
   * An element and the text before it; the last piece of a layout has no element.
   *
   * @param kind null if there is none
   * @param text the element as it stands in the layout; says all about {@code OFFSET} and fractions
   */
  record Piece(String before, Kind kind, String text) {}

  private final List<Piece> pieces = new ArrayList<>();

  private Layout() {}

  List<Piece> pieces() {
    return pieces;
  }

  static Layout parse(String layout) {
    Layout parsed = new Layout();
    int literalFrom = 0;
    int at = 0;
    while (at < layout.length()) {
      // An underscore before a year is itself.
      int from = layout.startsWith("_2006", at) ? at + 1 : at;
      Kind kind = kindAt(layout, from);
      if (kind == null) {
        at++;
        continue;
      }
      at = from + lengthOf(kind, layout, from);
      parsed.pieces.add(
          new Piece(layout.substring(literalFrom, from), kind, layout.substring(from, at)));
      literalFrom = at;
    }
    parsed.pieces.add(new Piece(layout.substring(literalFrom), null, ""));
    return parsed;
  }

  /** The element that starts there, null if none does. */
  private static Kind kindAt(String layout, int at) {
    return switch (layout.charAt(at)) {
      case 'J' -> word(layout, at, "January", Kind.LONG_MONTH, "Jan", Kind.MONTH);
      case 'M' ->
          layout.startsWith("MST", at)
              ? Kind.ZONE_NAME
              : word(layout, at, "Monday", Kind.LONG_WEEKDAY, "Mon", Kind.WEEKDAY);
      case '0' -> zero(layout, at);
      case '1' -> layout.startsWith("15", at) ? Kind.HOUR : Kind.NUMBER_MONTH;
      case '2' -> layout.startsWith("2006", at) ? Kind.LONG_YEAR : Kind.DAY;
      case '_' ->
          layout.startsWith("_2", at)
              ? Kind.BLANK_DAY
              : layout.startsWith("__2", at) ? Kind.BLANK_YEARDAY : null;
      case '3' -> Kind.HOUR12;
      case '4' -> Kind.MINUTE;
      case '5' -> Kind.SECOND;
      case 'P' -> layout.startsWith("PM", at) ? Kind.UPPER_PM : null;
      case 'p' -> layout.startsWith("pm", at) ? Kind.LOWER_PM : null;
      case '-', 'Z' -> layout.startsWith("07", at + 1) ? Kind.OFFSET : null;
      case '.', ',' -> fraction(layout, at);
      default -> null;
    };
  }

  private static Kind word(
      String layout, int at, String longWord, Kind longKind, String shortWord, Kind shortKind) {
    if (layout.startsWith(longWord, at)) {
      return longKind;
    }
    int end = at + shortWord.length();
    boolean goesOn =
        end < layout.length() && layout.charAt(end) >= 'a' && layout.charAt(end) <= 'z';
    return layout.startsWith(shortWord, at) && !goesOn ? shortKind : null;
  }

  private static Kind zero(String layout, int at) {
    if (layout.startsWith("002", at)) {
      return Kind.ZERO_YEARDAY;
    }
    return switch (at + 1 < layout.length() ? layout.charAt(at + 1) : ' ') {
      case '1' -> Kind.ZERO_MONTH;
      case '2' -> Kind.ZERO_DAY;
      case '3' -> Kind.ZERO_HOUR12;
      case '4' -> Kind.ZERO_MINUTE;
      case '5' -> Kind.ZERO_SECOND;
      case '6' -> Kind.YEAR;
      default -> null;
    };
  }

  /** A run of zeros or nines after the point, with no other digit behind it. */
  private static Kind fraction(String layout, int at) {
    int end = endOfRun(layout, at);
    boolean digitFollows = end < layout.length() && Ascii.isDigit(layout.charAt(end));
    if (end == at + 1 || digitFollows) {
      return null;
    }
    return layout.charAt(at + 1) == '0' ? Kind.FRACTION : Kind.TRIMMED_FRACTION;
  }

  private static int endOfRun(String layout, int at) {
    int end = at + 1;
    if (end < layout.length() && (layout.charAt(end) == '0' || layout.charAt(end) == '9')) {
      char digit = layout.charAt(end);
      while (end < layout.length() && layout.charAt(end) == digit) {
        end++;
      }
    }
    return end;
  }

  private static int lengthOf(Kind kind, String layout, int at) {
    return switch (kind) {
      case LONG_MONTH -> 7;
      case LONG_WEEKDAY -> 6;
      case LONG_YEAR -> 4;
      case MONTH, WEEKDAY, ZONE_NAME, ZERO_YEARDAY, BLANK_YEARDAY -> 3;
      case NUMBER_MONTH, DAY, HOUR12, MINUTE, SECOND -> 1;
      case OFFSET -> offsetLength(layout, at + 1);
      case FRACTION, TRIMMED_FRACTION -> endOfRun(layout, at) - at;
      default -> 2;
    };
  }

  private static int offsetLength(String layout, int at) {
    for (String form : new String[] {"070000", "07:00:00", "0700", "07:00"}) {
      if (layout.startsWith(form, at)) {
        return form.length() + 1;
      }
    }
    return 3;
  }
}
