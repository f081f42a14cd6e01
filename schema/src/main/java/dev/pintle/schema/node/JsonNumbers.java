package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.pintle.go.strconv.GoNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers as nodes of which equal values are equal nodes, however they were written: a number
 * without fraction is the smallest kind of integer that holds it, any other a decimal without
 * trailing zeros.
 */
public final class JsonNumbers {

  /** Keeps hostile exponents from being written out; far beyond what a float64 can hold. */
  private static final int MAX_EXPONENT = 4_096;

  /** The time to read a number grows with the square of its length. */
  private static final int MAX_LENGTH = 3 * MAX_EXPONENT;

  /** Numbers of values, written out in full, are shorter. */
  static final int MAX_READ = 1_000;

  private JsonNumbers() {}

  /** A number in a schema, which remembers how it was written; null if it is out of all bounds. */
  public static JsonNode written(String text) {
    BigDecimal value = parse(text);
    if (value == null) {
      return null;
    }
    if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return new WrittenNumber(value, text); // writing it out may take long
    }
    JsonNode node = of(value);
    return node.asText().equals(text) ? node : new WrittenNumber(value, text);
  }

  /** A float64, with the value that its shortest decimal form has, as Helm compares it. */
  public static JsonNode of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return of((long) value);
    } else if (Double.isNaN(value) || Double.isInfinite(value)) {
      return DoubleNode.valueOf(value);
    }
    return of(new BigDecimal(GoNumbers.shortest(value)));
  }

  /** An integer. */
  public static JsonNode of(long value) {
    return (int) value == value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }

  /** A decimal number. */
  public static JsonNode of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > 0) {
      return DecimalNode.valueOf(plain);
    }
    BigInteger integer = plain.toBigIntegerExact();
    return integer.bitLength() < Long.SIZE
        ? of(integer.longValue())
        : BigIntegerNode.valueOf(integer);
  }

  /** The number that a string reads as where Go reads fractions; null if it is none. */
  static BigDecimal fraction(String text) {
    if (text.length() > MAX_READ || !startsNumber(text)) {
      return null;
    }
    int slash = text.indexOf('/');
    BigDecimal value = parse(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0 || value == null) {
      return value;
    }
    BigDecimal divisor = parse(text.substring(slash + 1));
    if (divisor == null || divisor.signum() == 0 || divisor.scale() != 0) {
      return null;
    }
    try {
      return value.divide(divisor);
    } catch (ArithmeticException neverEnds) {
      return null; // no number of YAML or JSON equals it
    }
  }

  static boolean startsNumber(String text) {
    return !text.isEmpty()
        && (Character.isDigit(text.charAt(0)) || "+-.".indexOf(text.charAt(0)) >= 0);
  }

  private static BigDecimal parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      return Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT
              || Math.abs((long) value.scale()) > MAX_EXPONENT
          ? null
          : value;
    } catch (NumberFormatException tooLong) {
      return null;
    }
  }
}
