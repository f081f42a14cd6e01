package dev.pintle.go.time;

/** Go's {@code time.Duration}: nanoseconds in a long, written as {@code 1h2m3.5s}. */
public final class Durations {

  /** The nanoseconds of a second. */
  public static final long SECOND = 1_000_000_000L;

  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private Durations() {}

  /** The duration as Go writes it. */
  public static String format(long duration) {
    if (duration == 0) {
      return "0s";
    }
    StringBuilder out = new StringBuilder(24);
    if (duration < 0) {
      out.append('-');
    }
    // The smallest long has no positive counterpart, but its bits are right when read as unsigned.
    long size = Math.abs(duration);
    if (size > 0 && size < SECOND) {
      int digits = size < 1000 ? 0 : size < 1_000_000 ? 3 : 6;
      withFraction(out, size, digits).append(digits == 0 ? "ns" : digits == 3 ? "µs" : "ms");
      return out.toString();
    }
    long seconds = Long.divideUnsigned(size, SECOND);
    long minutes = seconds / 60;
    if (minutes >= 60) {
      out.append(minutes / 60).append('h');
    }
    if (minutes > 0) {
      out.append(minutes % 60).append('m');
    }
    long nanos = Long.remainderUnsigned(size, SECOND);
    return withFraction(out, seconds % 60 * SECOND + nanos, 9).append('s').toString();
  }

  private static StringBuilder withFraction(StringBuilder out, long value, int digits) {
    long unit = 1;
    for (int i = 0; i < digits; i++) {
      unit *= 10;
    }
    out.append(value / unit);
    if (value % unit != 0) {
      out.append('.');
      Ascii.append(out, value % unit, digits);
      int end = out.length();
      while (out.charAt(end - 1) == '0') {
        end--;
      }
      out.setLength(end);
    }
    return out;
  }

  /** Rounded to the nearest multiple of a unit, halves away from zero; itself if that overflows. */
  public static long round(long duration, long unit) {
    if (unit <= 0) {
      return duration;
    }
    long remainder = duration % unit;
    long size = Math.abs(remainder);
    if (size < unit - size) {
      return duration - remainder;
    }
    long step = unit - size;
    try {
      return duration < 0 ? Math.subtractExact(duration, step) : Math.addExact(duration, step);
    } catch (ArithmeticException e) {
      return duration < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** Rounded towards zero to a multiple of a unit. */
  public static long truncate(long duration, long unit) {
    return unit <= 0 ? duration : duration - duration % unit;
  }

  /**
   * Reads a duration such as {@code -1.5h} or {@code 300ms}.
   *
   * @throws TimeFormatException with Go's message if it is none, or too long
   */
  public static long parse(String text) throws TimeFormatException {
    return new Parser(text).parse();
  }

  /**
   *
   *
   * <pre>
   * duration = [ "+" | "-" ] ( "0" | part { part } )
   * part     = ( digits [ "." [ digits ] ] | "." digits ) unit
   * unit     = "ns" | "us" | "µs" | "μs" | "ms" | "s" | "m" | "h"
   * </pre>
   */
  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    long parse() throws TimeFormatException {
      boolean negative = text.startsWith("-");
      if (negative || text.startsWith("+")) {
        at++;
      }
      if (text.substring(at).equals("0")) {
        return 0;
      }
      long sum = 0;
      do {
        sum += part();
        if (Long.compareUnsigned(sum, Long.MIN_VALUE) > 0) {
          throw invalid();
        }
      } while (at < text.length());
      if (sum == Long.MIN_VALUE && !negative) {
        throw invalid();
      }
      return negative ? -sum : sum;
    }

    /** Up to 2^63, which is negative as a long. */
    private long part() throws TimeFormatException {
      int from = at;
      long whole = digits();
      int digitCount = at - from;
      long fraction = 0;
      double scale = 1;
      if (at < text.length() && text.charAt(at) == '.') {
        at++;
        for (; Ascii.isDigitAt(text, at); at++, digitCount++) {
          if (fraction <= Long.MAX_VALUE / 10 && fraction * 10 + digit() >= 0 && scale > 0) {
            fraction = fraction * 10 + digit();
            scale *= 10;
          }
        }
      }
      if (digitCount == 0) {
        throw invalid();
      }
      long unit = unit();
      if (Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
        throw invalid();
      }
      long value = whole * unit + (long) (fraction * (unit / scale));
      if (Long.compareUnsigned(value, Long.MIN_VALUE) > 0) {
        throw invalid();
      }
      return value;
    }

    private int digit() {
      return text.charAt(at) - '0';
    }

    private long digits() throws TimeFormatException {
      long value = 0;
      for (; Ascii.isDigitAt(text, at); at++) {
        if (Long.compareUnsigned(value, Long.divideUnsigned(Long.MIN_VALUE, 10)) > 0) {
          throw invalid();
        }
        value = value * 10 + digit();
        if (Long.compareUnsigned(value, Long.MIN_VALUE) > 0) {
          throw invalid();
        }
      }
      return value;
    }

    private long unit() throws TimeFormatException {
      int from = at;
      while (at < text.length() && text.charAt(at) != '.' && !Ascii.isDigitAt(text, at)) {
        at++;
      }
      String unit = text.substring(from, at);
      return switch (unit) {
        case "ns" -> 1;
        case "us", "µs", "μs" -> 1000;
        case "ms" -> 1_000_000;
        case "s" -> SECOND;
        case "m" -> MINUTE;
        case "h" -> HOUR;
        case "" -> throw failure("missing unit in duration");
        default ->
            throw failure("unknown unit " + TimeFormatException.quote(unit) + " in duration");
      };
    }

    private TimeFormatException invalid() {
      return failure("invalid duration");
    }

    private TimeFormatException failure(String message) {
      return new TimeFormatException("time: " + message + " " + TimeFormatException.quote(text));
    }
  }
}
