package dev.pintle.go.time;

import dev.pintle.go.strings.GoStrings;
import java.nio.charset.StandardCharsets;

/** A text is no time or duration; the message is Go's. */
public final class TimeFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  TimeFormatException(String message) {
    super(message);
  }

  /** Quotes as Go's time package does it, which is simpler than what its other packages do. */
  static String quote(String text) {
    return quoteBytes(new String(GoStrings.toBytes(text), StandardCharsets.ISO_8859_1));
  }

  /** Quotes a text each of whose chars is a byte. */
  static String quoteBytes(String bytes) {
    StringBuilder quoted = new StringBuilder(bytes.length() + 2).append('"');
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c >= 0x80 || c < ' ') {
        quoted.append("\\x").append(Character.forDigit(c >> 4, 16));
        quoted.append(Character.forDigit(c & 0xF, 16));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
