package dev.pintle.go.time;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.time.Layout.Piece;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a moment that is written in one of Go's layouts, as Go's {@code ParseInLocation} does, with
 * its leniencies (blanks, fractions of a second that the layout does not mention) and its messages.
 */
final class MomentParser {

  /** The element is not there; where and which is known to the caller. */
  private static final class MismatchException extends Exception {
    private static final long serialVersionUID = 1L;

    MismatchException() {
      super(null, null, false, false);
    }
  }

  private final String layout;
  private final String text;
  private final Zone local;
  private final List<Piece> pieces;

  /** How far the text is read. */
  private int at;

  private String outOfRange;
  private long year;
  private int month = -1;
  private int day = -1;
  private int yearDay = -1;
  private int hour;
  private int minute;
  private int second;
  private int nanos;
  private boolean morning;
  private boolean afternoon;
  private boolean utc;
  private Integer offset;
  private String zoneName = "";

  MomentParser(String layout, String text, Zone local) {
    this.layout = bytes(layout);
    this.text = bytes(text);
    this.local = local;
    this.pieces = Layout.parse(this.layout).pieces();
  }

  /** One char for each byte, since that is how far Go reads, and what it quotes. */
  private static String bytes(String text) {
    return GoStrings.isAscii(text)
        ? text
        : new String(GoStrings.toBytes(text), StandardCharsets.ISO_8859_1);
  }

  Moment parse() throws TimeFormatException {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (!skip(piece.before())) {
        throw mismatch(at, piece.before());
      }
      if (piece.kind() == null) {
        break;
      }
      int before = at;
      try {
        element(piece, pieces.get(i + 1));
      } catch (MismatchException e) {
        if (outOfRange == null) {
          throw mismatch(before, piece.text());
        }
      }
      if (outOfRange != null) {
        throw outOfRange(outOfRange);
      }
    }
    if (at < text.length()) {
      throw failure(": extra text: " + TimeFormatException.quoteBytes(text.substring(at)));
    }
    return moment();
  }

  private TimeFormatException mismatch(int found, String expected) {
    return failure(
        " as "
            + TimeFormatException.quoteBytes(layout)
            + ": cannot parse "
            + TimeFormatException.quoteBytes(text.substring(found))
            + " as "
            + TimeFormatException.quoteBytes(expected));
  }

  private TimeFormatException outOfRange(String what) {
    return failure(": " + what + " out of range");
  }

  private TimeFormatException failure(String message) {
    return new TimeFormatException(
        "parsing time " + TimeFormatException.quoteBytes(text) + message);
  }

  /** Takes literal text away; any run of blanks is as good as another. */
  private boolean skip(String literal) {
    int wanted = 0;
    while (wanted < literal.length()) {
      if (literal.charAt(wanted) == ' ') {
        if (at < text.length() && text.charAt(at) != ' ') {
          return false;
        }
        wanted += blanks(literal, wanted);
        at += blanks(text, at);
      } else if (at == text.length() || text.charAt(at) != literal.charAt(wanted)) {
        return false;
      } else {
        wanted++;
        at++;
      }
    }
    return true;
  }

  private static int blanks(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end - from;
  }

  private void element(Piece piece, Piece next) throws MismatchException {
    switch (piece.kind()) {
      case YEAR -> {
        int twoDigits = signed(take(2));
        year = twoDigits + (twoDigits >= 69 ? 1900 : 2000);
      }
      case LONG_YEAR -> {
        check(at + 4 <= text.length() && Ascii.isDigitAt(text, at));
        year = signed(take(4));
      }
      case MONTH -> month = name(Names.MONTHS, 3) + 1;
      case LONG_MONTH -> month = name(Names.MONTHS, Integer.MAX_VALUE) + 1;
      case NUMBER_MONTH -> month = inRange(number(1, 2), 1, 12, "month");
      case ZERO_MONTH -> month = inRange(number(2, 2), 1, 12, "month");
      case WEEKDAY -> name(Names.WEEKDAYS, 3);
      case LONG_WEEKDAY -> name(Names.WEEKDAYS, Integer.MAX_VALUE);
      case DAY -> day = number(1, 2);
      case BLANK_DAY -> {
        skipBlanks(1);
        day = number(1, 2);
      }
      case ZERO_DAY -> day = number(2, 2);
      case BLANK_YEARDAY -> {
        skipBlanks(2);
        yearDay = number(1, 3);
      }
      case ZERO_YEARDAY -> yearDay = number(3, 3);
      case HOUR -> hour = inRange(number(1, 2), 0, 23, "hour");
      case HOUR12 -> hour = inRange(number(1, 2), 0, 12, "hour");
      case ZERO_HOUR12 -> hour = inRange(number(2, 2), 0, 12, "hour");
      case MINUTE -> minute = inRange(number(1, 2), 0, 59, "minute");
      case ZERO_MINUTE -> minute = inRange(number(2, 2), 0, 59, "minute");
      case SECOND -> second(1, next);
      case ZERO_SECOND -> second(2, next);
      case UPPER_PM -> half("AM", "PM");
      case LOWER_PM -> half("am", "pm");
      case ZONE_NAME -> zoneName();
      case OFFSET -> offset(piece.text());
      case FRACTION -> fraction(piece.text().length());
      case TRIMMED_FRACTION -> fractionIfAny();
    }
  }

  private static void check(boolean matches) throws MismatchException {
    if (!matches) {
      throw new MismatchException();
    }
  }

  private String take(int chars) throws MismatchException {
    check(at + chars <= text.length());
    String taken = text.substring(at, at + chars);
    at += chars;
    return taken;
  }

  /** A number that may have a sign, which Go lets through where it reads a fixed width. */
  private static int signed(String digits) throws MismatchException {
    boolean sign = digits.startsWith("-") || digits.startsWith("+");
    int value = 0;
    for (int i = sign ? 1 : 0; i < digits.length(); i++) {
      check(Ascii.isDigit(digits.charAt(i)));
      value = value * 10 + digits.charAt(i) - '0';
    }
    return digits.startsWith("-") ? -value : value;
  }

  private int number(int least, int most) throws MismatchException {
    int count = 0;
    while (count < most && Ascii.isDigitAt(text, at + count)) {
      count++;
    }
    check(count >= least);
    return signed(take(count));
  }

  private int inRange(int value, int from, int to, String what) {
    if (value < from || value > to) {
      outOfRange = what;
    }
    return value;
  }

  private void skipBlanks(int most) {
    at += Math.min(most, blanks(text, at));
  }

  private int name(List<String> names, int chars) throws MismatchException {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      int length = Math.min(chars, name.length());
      if (matchesIgnoringCase(name, length)) {
        take(length);
        return i;
      }
    }
    throw new MismatchException();
  }

  private boolean matchesIgnoringCase(String name, int length) {
    for (int i = 0; i < length; i++) {
      if (at + i >= text.length() || (text.charAt(at + i) | 0x20) != (name.charAt(i) | 0x20)) {
        return false;
      }
    }
    return true;
  }

  private void second(int digits, Piece next) throws MismatchException {
    second = inRange(number(digits, 2), 0, 59, "second");
    // Of the layout Go looks at the next element only, not at what stands before it.
    boolean fractionFollows =
        next.kind() == Layout.Kind.FRACTION || next.kind() == Layout.Kind.TRIMMED_FRACTION;
    if (outOfRange == null && !fractionFollows) {
      fractionIfAny();
    }
  }

  private void fractionIfAny() throws MismatchException {
    boolean point = text.startsWith(".", at) || text.startsWith(",", at);
    if (point && Ascii.isDigitAt(text, at + 1)) {
      int end = 2;
      while (Ascii.isDigitAt(text, at + end)) {
        end++;
      }
      fraction(end);
    }
  }

  private void fraction(int length) throws MismatchException {
    String written = take(length);
    check(written.startsWith(".") || written.startsWith(","));
    String digits = written.substring(1, Math.min(length, 10));
    int value = signed(digits);
    if (value < 0) {
      outOfRange = "fractional second";
    }
    for (int i = digits.length(); i < 9; i++) {
      value *= 10;
    }
    nanos = value;
  }

  private void half(String am, String pm) throws MismatchException {
    String written = take(2);
    check(written.equals(am) || written.equals(pm));
    morning |= written.equals(am);
    afternoon |= written.equals(pm);
  }

  private void offset(String form) throws MismatchException {
    if (form.startsWith("Z") && text.startsWith("Z", at)) {
      at++;
      utc = true;
      return;
    }
    String written = take(form.length());
    boolean colons = form.indexOf(':') >= 0;
    check(!colons || written.charAt(3) == ':');
    check(!colons || form.length() < 9 || written.charAt(6) == ':');
    int step = colons ? 3 : 2;
    // Go lets 24 hours, 60 minutes and 60 seconds pass, since people write them.
    int hours = inRange(twoDigits(written, 1), 0, 24, "time zone offset hour");
    int minutes = form.length() > 3 ? twoDigits(written, 1 + step) : 0;
    inRange(minutes, 0, 60, "time zone offset minute");
    int seconds = form.length() > 6 ? twoDigits(written, 1 + 2 * step) : 0;
    inRange(seconds, 0, 60, "time zone offset second");
    check(written.charAt(0) == '+' || written.charAt(0) == '-');
    int total = (hours * 60 + minutes) * 60 + seconds;
    offset = written.charAt(0) == '-' ? -total : total;
  }

  private static int twoDigits(String text, int at) throws MismatchException {
    check(Ascii.isDigit(text.charAt(at)) && Ascii.isDigit(text.charAt(at + 1)));
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }

  private void zoneName() throws MismatchException {
    if (text.startsWith("UTC", at)) {
      at += 3;
      utc = true;
      return;
    }
    int length = ZoneAbbreviation.lengthAt(text, at);
    check(length > 0);
    zoneName = take(length);
  }

  private Moment moment() throws TimeFormatException {
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (morning && hour == 12) {
      hour = 0;
    }
    if (yearDay >= 0) {
      applyYearDay();
    }
    month = month < 0 ? 1 : month;
    day = day < 0 ? 1 : day;
    if (day < 1 || day > Calendar.daysIn(month, year)) {
      throw outOfRange("day");
    }
    long clock =
        Calendar.daysSince1970(year, month, day) * 86_400 + (hour * 60L + minute) * 60 + second;
    if (utc) {
      return new Moment(clock, nanos, Zone.UTC);
    } else if (offset != null && offset != -1) {
      return atOffset(clock);
    } else if (!zoneName.isEmpty()) {
      return inNamedZone(clock);
    }
    return new Moment(local.toUtc(clock), nanos, local);
  }

  private void applyYearDay() throws TimeFormatException {
    boolean leap = Calendar.isLeap(year);
    if (yearDay < 1 || yearDay > (leap ? 366 : 365)) {
      throw outOfRange("day-of-year");
    }
    Calendar.Day found = Calendar.dayOf(Calendar.daysSince1970(year, 1, yearDay));
    if (month >= 0 && month != found.month()) {
      throw failure(": day-of-year does not match month");
    }
    month = found.month();
    if (day >= 0 && day != found.day()) {
      throw failure(": day-of-year does not match day");
    }
    day = found.day();
  }

  private Moment atOffset(long clock) {
    long seconds = clock - offset;
    Zone.Period here = local.at(seconds);
    boolean local = here.offset() == offset && (zoneName.isEmpty() || here.name().equals(zoneName));
    return new Moment(seconds, nanos, local ? this.local : Zone.fixed(zoneName, offset));
  }

  private Moment inNamedZone(long clock) {
    Integer known = local.offsetOf(zoneName, clock);
    if (known != null) {
      return new Moment(clock - known, nanos, local);
    }
    // A name alone says nothing, but for GMT with a number, which changes what is shown, not when.
    int hours = ZoneAbbreviation.hoursFromGmt(zoneName);
    return new Moment(clock, nanos, Zone.fixed(zoneName, hours * 3600));
  }
}
