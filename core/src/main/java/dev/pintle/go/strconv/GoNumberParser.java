package dev.pintle.go.strconv;

import dev.pintle.go.strings.GoStrings;

/**
 * Reads numbers as Go's {@code strconv} does, and refuses them in its words.
 *
 * <p>Each kind of number has two methods: one that throws, and one that gives null where the text
 * is not such a number, for callers to whom that is no mistake.
 */
public final class GoNumberParser {

  private GoNumberParser() {}

  /** Go's {@code strconv.Atoi}: decimal digits with an optional sign. */
  public static long atoi(String text) throws GoNumberException {
    return parseInt("Atoi", text, 10, 64);
  }

  /**
   * Go's {@code strconv.ParseInt}.
   *
   * @param base 2 to 36, or 0 to let the text say: {@code 0x1F}, {@code 0o17}, {@code 017}, {@code
   *     0b11}, {@code 1_000}
   * @param bits 8 to 64: the width of the type that the number must fit into
   */
  public static long parseInt(String text, int base, int bits) throws GoNumberException {
    return parseInt("ParseInt", text, base, bits);
  }

  /** {@link #parseInt(String, int, int)} for 64 bits, or null if it would throw. */
  public static Long tryParseInt(String text, int base) {
    IntegerScan scan = new IntegerScan(text, signLength(text), base, 64);
    return scan.fits(text.startsWith("-"), 64) ? Long.valueOf(scan.value) : null;
  }

  /** Go's {@code strconv.ParseUint} for 64 bits; the result is to be read as unsigned. */
  public static long parseUint(String text, int base) throws GoNumberException {
    IntegerScan scan = new IntegerScan(text, 0, base, 64);
    if (scan.malformed || scan.overflow) {
      throw new GoNumberException("ParseUint", text, !scan.malformed);
    }
    return scan.magnitude;
  }

  /** {@link #parseUint}, or null if it would throw. */
  public static Long tryParseUint(String text, int base) {
    IntegerScan scan = new IntegerScan(text, 0, base, 64);
    return scan.malformed || scan.overflow ? null : Long.valueOf(scan.magnitude);
  }

  private static long parseInt(String function, String text, int base, int bits)
      throws GoNumberException {
    IntegerScan scan = new IntegerScan(text, signLength(text), base, bits);
    if (!scan.fits(text.startsWith("-"), bits)) {
      throw new GoNumberException(function, text, !scan.malformed);
    }
    return scan.value;
  }

  private static int signLength(String text) {
    return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  }

  /** One pass over the digits of an integer; what came out of it. */
  private static final class IntegerScan {
    private final long maximum;
    private final boolean malformed;
    private boolean overflow;
    private long magnitude;
    private long value;

    IntegerScan(String text, int from, int wantedBase, int bits) {
      maximum = -1L >>> (64 - bits);
      malformed = !scan(text, from, wantedBase);
    }

    private boolean scan(String text, int from, int wantedBase) {
      int length = text.length();
      int at = from;
      int base = wantedBase;
      if (base == 0) {
        base = 10;
        if (at < length && text.charAt(at) == '0') {
          int prefixed = length - at >= 3 ? prefixBase(text.charAt(at + 1)) : 0;
          base = prefixed == 0 ? 8 : prefixed;
          at += prefixed == 0 ? 1 : 2;
        }
      }
      boolean underscores = false;
      for (; at < length; at++) {
        char c = text.charAt(at);
        if (c == '_' && wantedBase == 0) {
          underscores = true;
          continue;
        }
        int digit = c < 0x80 ? Character.digit(c, base) : -1;
        if (digit < 0) {
          return false;
        }
        long next = magnitude * base + digit;
        if (Long.compareUnsigned(magnitude, Long.divideUnsigned(-1L, base)) > 0
            || Long.compareUnsigned(next, digit) < 0
            || Long.compareUnsigned(next, maximum) > 0) {
          // Go does not look at what follows: 99999999999999999999x is too large, not malformed.
          overflow = true;
          return true;
        }
        magnitude = next;
      }
      return length > from && !(underscores && !underscoresSeparateDigits(text, length));
    }

    boolean fits(boolean negative, int bits) {
      if (malformed || overflow) {
        return false;
      }
      long limit = 1L << (bits - 1);
      value = negative ? -magnitude : magnitude;
      int order = Long.compareUnsigned(magnitude, limit);
      return negative ? order <= 0 : order < 0;
    }
  }

  private static int prefixBase(char letter) {
    return switch (letter) {
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      case 'x', 'X' -> 16;
      default -> 0;
    };
  }

  /** Whether each underscore stands between two digits or after the prefix of a base. */
  private static boolean underscoresSeparateDigits(String text, int end) {
    int at = signLength(text);
    boolean afterDigit = false;
    boolean hex = false;
    if (end - at >= 2 && text.charAt(at) == '0' && prefixBase(text.charAt(at + 1)) != 0) {
      hex = prefixBase(text.charAt(at + 1)) == 16;
      at += 2;
      afterDigit = true;
    }
    boolean afterUnderscore = false;
    for (; at < end; at++) {
      char c = text.charAt(at);
      boolean digit = c < 0x80 && Character.digit(c, hex ? 16 : 10) >= 0;
      if (c == '_' ? !afterDigit : afterUnderscore && !digit) {
        return false;
      }
      afterDigit = digit;
      afterUnderscore = c == '_';
    }
    return !afterUnderscore;
  }

  /**
   * Go's {@code strconv.ParseFloat} for 64 bits: decimal and hexadecimal floating-point numbers,
   * underscores between digits, and {@code inf}, {@code infinity} and {@code nan} in any case.
   */
  public static double parseFloat(String text) throws GoNumberException {
    FloatScan scan = new FloatScan(text);
    if (scan.malformed || scan.overflow) {
      throw new GoNumberException("ParseFloat", text, !scan.malformed);
    }
    return scan.value;
  }

  /** {@link #parseFloat}, or null if it would throw. */
  public static Double tryParseFloat(String text) {
    FloatScan scan = new FloatScan(text);
    return scan.malformed || scan.overflow ? null : Double.valueOf(scan.value);
  }

  /**
   * The grammar of a floating-point number.
   *
   * <pre>
   * float    = [sign] ( decimal | hex | "inf" | "infinity" ) | "nan"
   * decimal  = mantissa [ ("e" | "E") [sign] digits ]
   * hex      = "0x" mantissa ("p" | "P") [sign] digits
   * mantissa = digits [ "." [digits] ] | "." digits
   * </pre>
   */
  private static final class FloatScan {
    private final boolean malformed;
    private boolean overflow;
    private double value;

    FloatScan(String text) {
      malformed = !special(text) && !number(text);
    }

    private boolean special(String text) {
      int sign = signLength(text);
      if (isWord(text, sign, "inf") || isWord(text, sign, "infinity")) {
        value = text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        return true;
      }
      value = Double.NaN;
      return isWord(text, 0, "nan");
    }

    private static boolean isWord(String text, int from, String word) {
      // The case of ASCII only: a dotless i makes no "inf".
      return text.length() == from + word.length()
          && GoStrings.isAscii(text)
          && text.regionMatches(true, from, word, 0, word.length());
    }

    private boolean number(String text) {
      int length = text.length();
      int at = signLength(text);
      boolean hex =
          at + 2 < length && text.charAt(at) == '0' && prefixBase(text.charAt(at + 1)) == 16;
      at += hex ? 2 : 0;
      boolean digits = false;
      boolean point = false;
      boolean underscores = false;
      boolean zero = true;
      for (; at < length; at++) {
        char c = text.charAt(at);
        if (c == '_') {
          underscores = true;
        } else if (c == '.' && !point) {
          point = true;
        } else if (c < 0x80 && Character.digit(c, hex ? 16 : 10) >= 0) {
          digits = true;
          zero &= c == '0';
        } else {
          break;
        }
      }
      if (!digits) {
        return false;
      }
      char exponentLetter = hex ? 'p' : 'e';
      if (at < length && (text.charAt(at) | 0x20) == exponentLetter) {
        at++;
        if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
          at++;
        }
        if (at >= length || text.charAt(at) < '0' || text.charAt(at) > '9') {
          return false;
        }
        for (; at < length; at++) {
          char c = text.charAt(at);
          if (c == '_') {
            underscores = true;
          } else if (c < '0' || c > '9') {
            return false;
          }
        }
      } else if (hex) {
        return false;
      }
      if (at != length || underscores && !underscoresSeparateDigits(text, length)) {
        return false;
      }
      // The text is now within the grammar of Double.parseDouble, but for underscores.
      value = Double.parseDouble(underscores ? text.replace("_", "") : text);
      overflow = Double.isInfinite(value);
      if (zero) {
        value = text.startsWith("-") ? -0.0 : 0.0;
        overflow = false;
      }
      return true;
    }
  }
}
