package dev.pintle.schema.format;

/** JSON pointers, absolute and relative. */
final class PointerFormats {

  private PointerFormats() {}

  static void jsonPointer(String text) throws FormatException {
    if (text.isEmpty()) {
      return;
    } else if (text.charAt(0) != '/') {
      throw Formats.fault("not starting with /");
    }
    for (int i = text.indexOf('~'); i >= 0; i = text.indexOf('~', i + 1)) {
      char code = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (code != '0' && code != '1') {
        throw Formats.fault("~ must be followed by 0 or 1");
      }
    }
  }

  static void relativeJsonPointer(String text) throws FormatException {
    int digits = Digits.leading(text);
    if (digits == 0) {
      throw Formats.fault("must start with non-negative integer");
    } else if (digits > 1 && text.charAt(0) == '0') {
      throw Formats.fault("starts with zero");
    }
    String rest = text.substring(digits);
    if (!rest.equals("#")) {
      jsonPointer(rest);
    }
  }
}
