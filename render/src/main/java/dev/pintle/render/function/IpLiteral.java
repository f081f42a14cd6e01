package dev.pintle.render.function;

import dev.pintle.values.GoQuotes;

/** Looks at the IPv6 address in the brackets of a URL as Go's {@code net/netip} does. */
final class IpLiteral {

  private static final int FIELDS = 8;

  private final String whole;
  private final String zone;
  private String rest;
  private int fields;
  private int gap = -1;

  private IpLiteral(String whole) {
    this.whole = whole;
    int percent = whole.indexOf('%');
    this.rest = percent < 0 ? whole : whole.substring(0, percent);
    this.zone = percent < 0 ? null : whole.substring(percent + 1);
  }

  /**
   * Accepts an address, with a zone or without.
   *
   * @throws FunctionException with Go's message if it is none
   */
  static void check(String address) {
    IpLiteral literal = new IpLiteral(address);
    for (int i = 0; i < address.length(); i++) {
      switch (address.charAt(i)) {
        case '.' -> {
          literal.octets(address);
          throw new FunctionException("invalid IP-literal");
        }
        case ':' -> {
          literal.fields();
          return;
        }
        case '%' -> throw literal.fault("missing IPv6 address", null);
        default -> {}
      }
    }
    throw literal.fault("unable to parse IP", null);
  }

  private void fields() {
    if (zone != null && zone.isEmpty()) {
      throw fault("zone must be a non-empty string", null);
    }
    if (rest.startsWith("::")) {
      gap = 0;
      rest = rest.substring(2);
    }
    boolean more = !rest.isEmpty() || gap < 0;
    while (more && fields < FIELDS) {
      more = field();
    }
    if (!rest.isEmpty()) {
      throw fault("trailing garbage after address", rest);
    }
    if (fields < FIELDS && gap < 0) {
      throw fault("address string too short", null);
    }
    if (fields == FIELDS && gap >= 0) {
      throw fault("the :: must expand to at least one field of zeros", null);
    }
  }

  /** One field and the colon after it; false if it was the last. */
  private boolean field() {
    int digits = 0;
    while (digits < rest.length() && isHexDigit(rest.charAt(digits))) {
      digits++;
      if (digits > 4) {
        throw fault("each group must have 4 or less digits", rest);
      }
    }
    if (digits == 0) {
      throw fault("each colon-separated field must have at least one digit", rest);
    }
    if (digits < rest.length() && rest.charAt(digits) == '.') {
      embedded();
      return false;
    }
    fields++;
    rest = rest.substring(digits);
    if (rest.isEmpty()) {
      return false;
    }
    if (rest.charAt(0) != ':') {
      throw fault("unexpected character, want colon", rest);
    }
    if (rest.length() == 1) {
      throw fault("colon must be followed by more characters", rest);
    }
    rest = rest.substring(1);
    if (rest.charAt(0) == ':') {
      if (gap >= 0) {
        throw fault("multiple :: in address", rest);
      }
      gap = fields;
      rest = rest.substring(1);
    }
    return !rest.isEmpty();
  }

  private void embedded() {
    if (gap < 0 && fields != FIELDS - 2) {
      throw fault("embedded IPv4 address must replace the final 2 fields of the address", rest);
    }
    if (fields + 2 > FIELDS) {
      throw fault("too many hex fields to fit an embedded IPv4 at the end of the address", rest);
    }
    octets(rest);
    rest = "";
    fields += 2;
  }

  private void octets(String text) {
    int value = 0;
    int digits = 0;
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 1 && value == 0) {
          throw fault("IPv4 field has octet with leading zero", null);
        }
        value = value * 10 + c - '0';
        digits++;
        if (value > 255) {
          throw fault("IPv4 field has value >255", null);
        }
      } else if (c == '.') {
        if (i == 0 || i == text.length() - 1 || text.charAt(i - 1) == '.') {
          throw fault("IPv4 field must have at least one digit", text.substring(i));
        }
        if (dots == 3) {
          throw fault("IPv4 address too long", null);
        }
        dots++;
        value = 0;
        digits = 0;
      } else {
        throw fault("unexpected character", text.substring(i));
      }
    }
    if (dots < 3) {
      throw fault("IPv4 address too short", null);
    }
  }

  private static boolean isHexDigit(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  private FunctionException fault(String message, String place) {
    String at = place == null ? "" : " (at " + quoted(place) + ")";
    return new FunctionException("invalid host: ParseAddr(" + quoted(whole) + "): " + message + at);
  }

  private static String quoted(String bytes) {
    return GoQuotes.quote(ByteText.toText(bytes));
  }
}
