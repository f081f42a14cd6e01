package dev.pintle.time;

/** What looks like the abbreviation of a zone, as Go guesses it. */
final class ZoneAbbreviation {

  private static final int MAX_HOURS = 23;

  private ZoneAbbreviation() {}

  /** The length of the abbreviation that a text starts with, 0 if it starts with none. */
  static int lengthAtStart(String text) {
    if (text.length() < 3) {
      return 0;
    } else if (text.startsWith("ChST") || text.startsWith("MeST")) {
      return 4;
    } else if (text.startsWith("GMT")) {
      return 3 + signedHoursLength(text, 3);
    } else if (text.startsWith("+") || text.startsWith("-")) {
      return signedHoursLength(text, 0);
    }
    int letters = 0;
    while (letters < 6
        && letters < text.length()
        && text.charAt(letters) >= 'A'
        && text.charAt(letters) <= 'Z') {
      letters++;
    }
    return switch (letters) {
      case 5 -> text.charAt(4) == 'T' ? 5 : 0;
      case 4 -> text.charAt(3) == 'T' || text.startsWith("WITA") ? 4 : 0;
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
