package dev.pintle.go.strings;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * Text as the bytes it is in Go, one char for each, for functions that cut between bytes. For ASCII
 * that is the text itself.
 */
public final class ByteText {

  private ByteText() {}

  /** The bytes of a text, each as the char of its number. */
  public static String of(String text) {
    return GoStrings.isAscii(text)
        ? text
        : new String(GoStrings.toBytes(text), StandardCharsets.ISO_8859_1);
  }

  /** The text of such bytes. */
  public static String toText(String bytes) {
    return GoStrings.isAscii(bytes)
        ? bytes
        : GoStrings.fromBytes(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Does with the bytes of a text what the operation says. */
  public static String apply(String text, UnaryOperator<String> operation) {
    return toText(operation.apply(of(text)));
  }

  /** Whether the text has bytes that are no UTF-8, and could be a part of a character. */
  public static boolean hasStrayBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i)) && GoStrings.isEscape(text, i)) {
        return true;
      }
    }
    return false;
  }
}
