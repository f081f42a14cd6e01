package dev.pintle.go.toml;

import java.util.List;

/** How keys and strings are written. */
final class TomlText {

  private static final String HEX = "0123456789abcdef";

  private TomlText() {}

  /** Appends a string in double quotes. */
  static void appendQuoted(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == 0x7F) {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Appends one part of a key, in quotes if it needs them. */
  static void appendKey(StringBuilder out, String key) {
    if (isBare(key)) {
      out.append(key);
    } else {
      appendQuoted(out, key);
    }
  }

  /** A key of several parts, with points between them. */
  static String path(List<String> keys) {
    StringBuilder out = new StringBuilder();
    for (String key : keys) {
      if (out.length() > 0) {
        out.append('.');
      }
      appendKey(out, key);
    }
    return out.toString();
  }

  private static boolean isBare(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (!isBare(key.charAt(i))) {
        return false;
      }
    }
    return !key.isEmpty();
  }

  /** True for what a key may have without quotes. */
  static boolean isBare(int c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }
}
