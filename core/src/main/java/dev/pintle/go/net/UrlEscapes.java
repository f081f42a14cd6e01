package dev.pintle.go.net;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.ByteText;

/** The escapes of the parts of a URL, as Go's {@code net/url} has them, on bytes. */
enum UrlEscapes {
  PATH("$&+,/:;=@"),
  USER("$&+,;="),
  FRAGMENT("$&+,/:;=?@!()*"),
  HOST("!$&'()*+,;=:[]<>\""),
  ZONE("!$&'()*+,;=:[]<>\"");

  private final String allowed;

  UrlEscapes(String allowed) {
    this.allowed = allowed;
  }

  private boolean isPlain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-_.~".indexOf(c) >= 0
        || allowed.indexOf(c) >= 0;
  }

  /** Writes bytes so that they can stand in this part. */
  String escape(String bytes) {
    StringBuilder out = new StringBuilder(bytes.length() + 8);
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (isPlain(c)) {
        out.append(c);
      } else {
        out.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 15));
      }
    }
    return out.toString();
  }

  private static char hexDigit(int value) {
    return "0123456789ABCDEF".charAt(value);
  }

  /**
   * Reads the escapes of this part.
   *
   * @throws AddressException with Go's message
   */
  String unescape(String bytes) {
    StringBuilder out = new StringBuilder(bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c == '%') {
        out.append(escaped(bytes, i));
        i += 2;
      } else if ((this == HOST || this == ZONE) && c < 0x80 && !isPlain(c)) {
        throw new AddressException(
            "invalid character " + GoQuotes.quote(String.valueOf(c)) + " in host name");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private char escaped(String bytes, int at) {
    String escape = bytes.substring(at, Math.min(at + 3, bytes.length()));
    int high = escape.length() < 3 ? -1 : hexValue(escape.charAt(1));
    int low = escape.length() < 3 ? -1 : hexValue(escape.charAt(2));
    char value = (char) (high << 4 | low);
    boolean wellFormed = high >= 0 && low >= 0;
    if (!wellFormed || !escape.equals("%25") && !mayBeEscaped(value)) {
      String quoted = GoQuotes.quote(ByteText.toText(escape));
      throw new AddressException("invalid URL escape " + quoted);
    }
    return value;
  }

  private static int hexValue(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** In a host, escapes are for what is not ASCII; in a zone, for spaces and harmless signs too. */
  private boolean mayBeEscaped(char value) {
    return switch (this) {
      case HOST -> value >= 0x80;
      case ZONE -> value == ' ' || HOST.isPlain(value);
      default -> true;
    };
  }
}
