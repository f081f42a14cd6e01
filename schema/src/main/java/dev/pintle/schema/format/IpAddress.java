package dev.pintle.schema.format;

import dev.pintle.values.GoQuotes;

/**
 * IP addresses as Go's {@code netip.ParseAddr} reads them, with its words for what it refuses.
 *
 * <pre>
 * address = ipv4 | ipv6 [ "%" zone ]
 * ipv4    = octet "." octet "." octet "." octet
 * ipv6    = groups of up to four hex digits between ":", one "::" for left-out zeros, and at the end
 *           an ipv4 in place of two groups
 * </pre>
 */
final class IpAddress {

  private static final int BYTES = 16;

  private final String text;
  private boolean zone;
  private boolean v4;

  IpAddress(String text) {
    this.text = text;
  }

  boolean hasZone() {
    return zone;
  }

  boolean isV4() {
    return v4;
  }

  IpAddress parse() throws FormatException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        v4 = true;
        octets(text);
        return this;
      } else if (c == ':') {
        groups();
        return this;
      } else if (c == '%') {
        throw fault("missing IPv6 address", "");
      }
    }
    throw fault("unable to parse IP", "");
  }

  private void octets(String part) throws FormatException {
    int dots = 0;
    int digits = 0;
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (Digits.isDigit(c)) {
        if (digits == 1 && value == 0) {
          throw fault("IPv4 field has octet with leading zero", "");
        }
        value = value * 10 + c - '0';
        digits++;
        if (value > 255) {
          throw fault("IPv4 field has value >255", "");
        }
      } else if (c == '.') {
        if (digits == 0 || i == part.length() - 1) {
          throw fault("IPv4 field must have at least one digit", part.substring(i));
        } else if (dots == 3) {
          throw fault("IPv4 address too long", "");
        }
        dots++;
        value = 0;
        digits = 0;
      } else {
        throw fault("unexpected character", part.substring(i));
      }
    }
    if (dots < 3) {
      throw fault("IPv4 address too short", "");
    }
  }

  private void groups() throws FormatException {
    String rest = text;
    int percent = text.indexOf('%');
    if (percent >= 0) {
      rest = text.substring(0, percent);
      zone = true;
      if (percent == text.length() - 1) {
        throw fault("zone must be a non-empty string", "");
      }
    }
    boolean ellipsis = false;
    if (rest.startsWith("::")) {
      ellipsis = true;
      rest = rest.substring(2);
      if (rest.isEmpty()) {
        return;
      }
    }
    int bytes = 0;
    while (bytes < BYTES) {
      int digits = hexDigits(rest);
      if (digits < rest.length() && rest.charAt(digits) == '.') {
        requireRoomForOctets(bytes, ellipsis, rest);
        octets(rest);
        rest = "";
        bytes += 4;
        break;
      }
      bytes += 2;
      rest = rest.substring(digits);
      if (rest.isEmpty()) {
        break;
      }
      requireColonAndMore(rest);
      rest = rest.substring(1);
      if (rest.charAt(0) == ':') {
        if (ellipsis) {
          throw fault("multiple :: in address", rest);
        }
        ellipsis = true;
        rest = rest.substring(1);
        if (rest.isEmpty()) {
          break;
        }
      }
    }
    if (!rest.isEmpty()) {
      throw fault("trailing garbage after address", rest);
    } else if (bytes < BYTES && !ellipsis) {
      throw fault("address string too short", "");
    } else if (bytes == BYTES && ellipsis) {
      throw fault("the :: must expand to at least one field of zeros", "");
    }
  }

  private int hexDigits(String rest) throws FormatException {
    int digits = 0;
    while (digits < rest.length() && isHex(rest.charAt(digits))) {
      if (++digits > 4) {
        throw fault("each group must have 4 or less digits", rest);
      }
    }
    if (digits == 0) {
      throw fault("each colon-separated field must have at least one digit", rest);
    }
    return digits;
  }

  private static boolean isHex(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  private void requireRoomForOctets(int bytes, boolean ellipsis, String rest)
      throws FormatException {
    if (!ellipsis && bytes != 12) {
      throw fault("embedded IPv4 address must replace the final 2 fields of the address", rest);
    } else if (bytes + 4 > BYTES) {
      throw fault("too many hex fields to fit an embedded IPv4 at the end of the address", rest);
    }
  }

  private void requireColonAndMore(String rest) throws FormatException {
    if (rest.charAt(0) != ':') {
      throw fault("unexpected character, want colon", rest);
    } else if (rest.length() == 1) {
      throw fault("colon must be followed by more characters", rest);
    }
  }

  private FormatException fault(String what, String at) {
    String place = at.isEmpty() ? "" : " (at " + GoQuotes.quote(at) + ")";
    return new FormatException("ParseAddr(" + GoQuotes.quote(text) + "): " + what + place);
  }
}
