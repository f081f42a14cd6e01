package dev.pintle.go.yaml;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoUint64;
import java.util.Base64;

/**
 * Finds which value a scalar stands for, as Go's yaml.v2 does. Its types are those of YAML 1.1 with
 * changes: {@code y} and {@code n} are booleans like {@code yes}, {@code on} and the like; numbers
 * may be written as Go's literals are; sexagesimal numbers and timestamps are strings.
 *
 * <p>The values are null, {@link Boolean}, {@link String}, {@link Long}, {@link GoUint64} for
 * integers above the range of int64, and {@link Double}.
 */
final class ScalarResolver {

  private static final int SHORT_INTEGER = 18;

  private ScalarResolver() {}

  /** The text cannot be a scalar of the tag that it has; the message is Go's. */
  static final class MismatchException extends Exception {
    private static final long serialVersionUID = 1L;

    MismatchException(String message) {
      super(message, null, false, false);
    }
  }

  /** The value of a scalar without a tag that is not quoted. */
  static Object resolvePlain(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (text.charAt(0)) {
      case 'y', 'Y', 'n', 'N', 't', 'T', 'f', 'F', 'o', 'O', '~' -> word(text);
      case '.' -> fraction(text);
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(text);
      default -> text;
    };
  }

  private static Object word(String text) {
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> Boolean.TRUE;
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          Boolean.FALSE;
      case "~", "null", "Null", "NULL" -> null;
      default -> text;
    };
  }

  private static Object fraction(String text) {
    return switch (text) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF" -> Double.POSITIVE_INFINITY;
      default -> orText(NumberSyntax.parseFraction(text), text);
    };
  }

  private static Object number(String text) {
    switch (text) {
      case "+.inf", "+.Inf", "+.INF" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-.inf", "-.Inf", "-.INF" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {
        if (isShortInteger(text)) {
          return Long.valueOf(Long.parseLong(text));
        }
        String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
        Object integer = NumberSyntax.parseInteger(plain);
        return integer != null ? integer : orText(NumberSyntax.parseDecimal(plain), text);
      }
    }
  }

  private static Object orText(Double number, String text) {
    return number == null ? text : number;
  }

  private static boolean isShortInteger(String text) {
    int length = text.length();
    if (length > SHORT_INTEGER || text.charAt(0) == '0' && length > 1) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!Chars.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The value of a scalar with a tag. */
  static Object resolveTagged(String tag, String text) throws MismatchException {
    if (tag.equals(Tags.BINARY)) {
      return decodeBinary(text);
    }
    if (!Tags.isChecked(tag) || tag.equals(Tags.STR)) {
      return text;
    }
    if (tag.equals(Tags.TIMESTAMP) && TimestampText.isTimestamp(text)) {
      return text;
    }
    Object value = resolvePlain(text);
    String found = typeOf(value);
    if (found.equals(tag)) {
      return value;
    }
    if (tag.equals(Tags.FLOAT) && value instanceof Long integer) {
      return integer.doubleValue();
    }
    throw new MismatchException(
        "cannot decode " + Tags.shorten(found) + " `" + text + "` as a " + Tags.shorten(tag));
  }

  private static String typeOf(Object value) {
    if (value == null) {
      return Tags.NULL;
    } else if (value instanceof Boolean) {
      return Tags.BOOL;
    } else if (value instanceof Double) {
      return Tags.FLOAT;
    }
    return value instanceof String ? Tags.STR : Tags.INT;
  }

  private static String decodeBinary(String text) throws MismatchException {
    String joined = text.replace("\n", "").replace("\r", "");
    try {
      if (joined.length() % 4 != 0) {
        throw new IllegalArgumentException("no padding");
      }
      return GoStrings.fromBytes(Base64.getDecoder().decode(joined));
    } catch (IllegalArgumentException e) {
      throw new MismatchException("!!binary value contains invalid base64 data");
    }
  }
}
