package dev.pintle.render.function.number;

import dev.pintle.go.strconv.GoNumberParser;
import dev.pintle.values.GoObject;

/**
 * Numbers out of values of any type, as Sprig has them from github.com/spf13/cast v1.7.0: what is
 * no number is 0, never an error.
 */
public final class Casts {

  private static final double TWO_TO_63 = 0x1p63;

  private Casts() {}

  /** {@code toInt64} and, since {@code int} has 64 bits, {@code toInt}. */
  public static long toLong(Object value) {
    if (value instanceof Double number) {
      return truncated(number);
    }
    if (value instanceof Byte number) {
      return number & 0xFF;
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof String text) {
      Long parsed = GoNumberParser.tryParseInt(withoutZeroDecimals(text), 0);
      return parsed == null ? 0 : parsed;
    }
    if (value instanceof Boolean bool) {
      return bool ? 1 : 0;
    }
    return isCalendarName(value) ? toLong(((GoObject) value).underlying()) : 0;
  }

  /** {@code toFloat64}. */
  public static double toDouble(Object value) {
    if (value instanceof Byte number) {
      return number & 0xFF;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text) {
      Double parsed = GoNumberParser.tryParseFloat(text);
      return parsed == null ? 0 : parsed;
    }
    if (value instanceof Boolean bool) {
      return bool ? 1 : 0;
    }
    return isCalendarName(value) ? toDouble(((GoObject) value).underlying()) : 0;
  }

  /** Of the named number types, the library knows only those two. */
  private static boolean isCalendarName(Object value) {
    return value instanceof GoObject object
        && (object.goTypeName().equals("time.Month") || object.goTypeName().equals("time.Weekday"));
  }

  /** What does not fit becomes the smallest number, as processors of the amd64 kind have it. */
  public static long truncated(double number) {
    return number >= -TWO_TO_63 && number < TWO_TO_63 ? (long) number : Long.MIN_VALUE;
  }

  /** {@code 5.00} is {@code 5}, and so is {@code 5.0.}; {@code 5.} and {@code 5.10} are not. */
  private static String withoutZeroDecimals(String text) {
    boolean zeros = false;
    for (int at = text.length() - 1; at >= 0; at--) {
      char c = text.charAt(at);
      if (c == '.' && zeros) {
        return text.substring(0, at);
      }
      if (c != '.' && c != '0') {
        return text;
      }
      zeros |= c == '0';
    }
    return text;
  }
}
