package dev.pintle.render.gotemplate.syntax;

import dev.pintle.go.strconv.GoNumberException;
import dev.pintle.go.strconv.GoNumberParser;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.render.gotemplate.syntax.NumberValue.Complex;
import dev.pintle.render.gotemplate.syntax.NumberValue.Kind;

/**
 * Reads the value of a number in every type that can hold it, as Go's {@code NumberNode} does, down
 * to which malformed numbers are called an overflow.
 */
final class NumberParser {

  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private NumberParser() {}

  /** What is written is no number; the message is Go's. */
  static final class BadNumber extends Exception {
    private static final long serialVersionUID = 1L;

    BadNumber(String message) {
      super(message, null, false, false);
    }
  }

  /** The value of a token of one of the three kinds that numbers are. */
  static NumberValue parse(String text, Token.Kind kind) throws BadNumber {
    return switch (kind) {
      case CHARACTER -> character(text);
      case COMPLEX -> complex(text);
      default -> number(text);
    };
  }

  private static NumberValue character(String text) throws BadNumber {
    GoQuotes.Unquoted character = GoQuotes.unquoteChar(text, 1, '\'');
    if (character == null) {
      throw new BadNumber("invalid syntax");
    }
    if (character.end() != text.length() - 1) {
      throw new BadNumber("malformed character constant: " + text);
    }
    long value = character.rune();
    return new NumberValue(Kind.INT, value, value, (double) value, null);
  }

  private static NumberValue number(String text) throws BadNumber {
    if (text.endsWith("i")) {
      Double imaginary = GoNumberParser.tryParseFloat(text.substring(0, text.length() - 1));
      if (imaginary != null) {
        return ofComplex(new Complex(0, imaginary));
      }
    }
    Long asUint = GoNumberParser.tryParseUint(text, 0);
    Long asInt = GoNumberParser.tryParseInt(text, 0);
    if (asInt != null) {
      // Go reads no unsigned integer from a text with a sign, unless it is zero.
      Long unsigned = asInt == 0 ? Long.valueOf(0) : asUint;
      Kind kind = isWrittenAsFloat(text) ? Kind.FLOAT : Kind.INT;
      return new NumberValue(kind, asInt, unsigned, (double) asInt, null);
    }
    if (asUint != null) {
      Kind kind = isWrittenAsFloat(text) ? Kind.FLOAT : Kind.TOO_LARGE_FOR_INT;
      return new NumberValue(kind, null, asUint, unsignedToDouble(asUint), null);
    }
    return floatingPoint(text);
  }

  private static NumberValue floatingPoint(String text) throws BadNumber {
    Double value = GoNumberParser.tryParseFloat(text);
    if (value == null) {
      throw new BadNumber("illegal number syntax: " + GoQuotes.quote(text));
    }
    if (!hasFloatLetters(text)) {
      throw new BadNumber("integer overflow: " + GoQuotes.quote(text));
    }
    return new NumberValue(Kind.FLOAT, exactInt(value), exactUint(value), value, null);
  }

  /** Go decides by the look of a number whether it is a float where no type is asked for. */
  private static boolean isWrittenAsFloat(String text) {
    boolean hexInteger =
        (text.startsWith("0x") || text.startsWith("0X"))
            && text.indexOf('p') < 0
            && text.indexOf('P') < 0;
    return !hexInteger && hasFloatLetters(text);
  }

  private static boolean hasFloatLetters(String text) {
    return text.chars().anyMatch(c -> ".eEpP".indexOf(c) >= 0);
  }

  private static double unsignedToDouble(long bits) {
    // Halved, with the lost bit kept for rounding, it is a signed number.
    return bits >= 0 ? bits : 2.0 * (bits >>> 1 | bits & 1);
  }

  private static Long exactInt(double value) {
    boolean fits = value >= -TWO_TO_63 && value < TWO_TO_63 && value == Math.rint(value);
    return fits ? (Long) (long) value : null;
  }

  private static Long exactUint(double value) {
    if (value < 0 || value >= TWO_TO_64 || value != Math.rint(value)) {
      return null;
    }
    return value < TWO_TO_63 ? (long) value : (long) (value - TWO_TO_63) + Long.MIN_VALUE;
  }

  private static NumberValue ofComplex(Complex value) {
    if (value.imaginary() != 0) {
      return new NumberValue(Kind.COMPLEX, null, null, null, value);
    }
    double real = value.real();
    return new NumberValue(Kind.COMPLEX, exactInt(real), exactUint(real), real, value);
  }

  /**
   * Reads a complex number as Go's {@code fmt.Sscan} does.
   *
   * <pre>
   * complex = float sign float "i"
   * </pre>
   */
  private static NumberValue complex(String text) throws BadNumber {
    int realEnd = floatEnd(text, 0);
    int imaginaryEnd = floatEnd(text, realEnd + 1);
    boolean signed = text.charAt(realEnd) == '+' || text.charAt(realEnd) == '-';
    if (!signed || !text.startsWith("i", imaginaryEnd)) {
      throw new BadNumber("syntax error scanning complex number");
    }
    try {
      double real = GoNumberParser.parseFloat(text.substring(0, realEnd));
      double imaginary = GoNumberParser.parseFloat(text.substring(realEnd, imaginaryEnd));
      return ofComplex(new Complex(real, imaginary));
    } catch (GoNumberException malformed) {
      throw new BadNumber(malformed.getMessage());
    }
  }

  /**
   * Where a float that begins there ends; it need not be a well-formed one. An {@code i} in front
   * is taken for the beginning of {@code inf}, so that {@code 1+i} is no number.
   */
  private static int floatEnd(String text, int from) {
    int at = skipOne(text, skipOne(text, from, "+-"), "i");
    String digits = "0123456789_";
    String exponent = "eEpP";
    if (skipOne(text, at, "0") > at) {
      at++;
      if (skipOne(text, at, "xX") > at) {
        at++;
        digits = "0123456789aAbBcCdDeEfF_";
        exponent = "pP";
      }
    }
    at = skipAll(text, at, digits);
    if (skipOne(text, at, ".") > at) {
      at = skipAll(text, at + 1, digits);
    }
    if (skipOne(text, at, exponent) > at) {
      at = skipAll(text, skipOne(text, at + 1, "+-"), "0123456789_");
    }
    return at;
  }

  private static int skipOne(String text, int at, String valid) {
    return at < text.length() && valid.indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
  }

  private static int skipAll(String text, int from, String valid) {
    int at = from;
    while (skipOne(text, at, valid) > at) {
      at++;
    }
    return at;
  }
}
