package dev.pintle.go.time;

/** What looks like the abbreviation of a zone, as Go guesses it. */
final class ZoneAbbreviation {

  private static final int MAX_HOURS = 23;

  private ZoneAbbreviation() {}

  /** The length of the abbreviation that stands there, 0 if none does. */
  static int lengthAt(String text, int from) {
    if (text.length() - from < 3) {
      return 0;
    } else if (text.startsWith("ChST", from) || text.startsWith("MeST", from)) {
      return 4;
    } else if (text.startsWith("GMT", from)) {
      return 3 + signedHoursLength(text, from + 3);
    } else if (text.startsWith("+", from) || text.startsWith("-", from)) {
      return signedHoursLength(text, from);
    }
    int letters = 0;
    while (letters < 6
        && from + letters < text.length()
        && text.charAt(from + letters) >= 'A'
        && text.charAt(from + letters) <= 'Z') {
      letters++;
    }
    return switch (letters) {
      case 5 -> text.charAt(from + 4) == 'T' ? 5 : 0;
      case 4 -> text.charAt(from + 3) == 'T' || text.startsWith("WITA", from) ? 4 : 0;
      case 3 -> 3;
      default -> 0;
    };
  }

  /** The hours in {@code GMT+3}, 0 in any other name. */
  static int hoursFromGmt(String name) {
    return name.length() > 3 && name.startsWith("GMT") ? Integer.parseInt(name.substring(3)) : 0;
  }

  private static int signedHoursLength(String text, int from) {
    if (from >= text.length() || "+-".indexOf(text.charAt(from)) < 0) {
      return 0;
    }
    int end = from + 1;
    int hours = 0;
    while (Ascii.isDigitAt(text, end)) {
      hours = Math.min(hours * 10 + text.charAt(end) - '0', MAX_HOURS + 1);
      end++;
    }
    return end == from + 1 || hours > MAX_HOURS ? 0 : end - from;
  }
}
