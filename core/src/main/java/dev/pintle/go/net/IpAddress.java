package dev.pintle.go.net;

import dev.pintle.go.strconv.GoQuotes;
import java.util.Arrays;

/**
 * An IP address as Go's {@code netip.ParseAddr} reads it, with its words for what it refuses.
 * Immutable.
 *
 * <pre>
 * address = ipv4 | ipv6 [ "%" zone ]
 * ipv4    = octet "." octet "." octet "." octet
 * ipv6    = groups of up to four hex digits between ":", one "::" for left-out zeros, and at the end
 *           an ipv4 in place of two groups
 * </pre>
 */
public final class IpAddress {

  private static final int BYTES = 16;

  private static final int V4_AT = 12;
  private static final int NONE = -1;

  private final String text;
  private final byte[] bytes = new byte[BYTES];
  private int filled;
  private boolean zone;
  private boolean v4;

  private IpAddress(String text) {
    this.text = text;
  }

  /**
   * Reads an address.
   *
   * @throws AddressException with Go's message if the text is none
   */
  public static IpAddress parse(String text) {
    IpAddress address = new IpAddress(text);
    address.parse();
    return address;
  }

  /** True for an IPv6 address that says on which of a host's networks it is. */
  public boolean hasZone() {
    return zone;
  }

  /** True for an address in the form of IPv4. */
  public boolean isV4() {
    return v4;
  }

  /** The 4 or 16 bytes; an IPv4 address in the form of IPv6 has 4, as Go's {@code To4} gives it. */
  public byte[] bytes() {
    if (v4) {
      return Arrays.copyOf(bytes, 4);
    }
    boolean mapped = bytes[10] == -1 && bytes[11] == -1;
    for (int i = 0; i < 10; i++) {
      mapped &= bytes[i] == 0;
    }
    return mapped ? Arrays.copyOfRange(bytes, V4_AT, BYTES) : bytes.clone();
  }

  private void parse() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        v4 = true;
        octets(text);
        return;
      } else if (c == ':') {
        groups();
        return;
      } else if (c == '%') {
        throw fault("missing IPv6 address", "");
      }
    }
    throw fault("unable to parse IP", "");
  }

  private void octets(String part) {
    int dots = 0;
    int digits = 0;
    int value = 0;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c >= '0' && c <= '9') {
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
        bytes[filled++] = (byte) value;
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
    bytes[filled++] = (byte) value;
  }

  private void groups() {
    String rest = text;
    int percent = text.indexOf('%');
    if (percent >= 0) {
      rest = text.substring(0, percent);
      zone = true;
      if (percent == text.length() - 1) {
        throw fault("zone must be a non-empty string", "");
      }
    }
    int ellipsis = NONE;
    if (rest.startsWith("::")) {
      ellipsis = 0;
      rest = rest.substring(2);
      if (rest.isEmpty()) {
        return;
      }
    }
    while (filled < BYTES) {
      int digits = hexDigits(rest);
      if (digits < rest.length() && rest.charAt(digits) == '.') {
        requireRoomForOctets(ellipsis != NONE, rest);
        octets(rest);
        rest = "";
        break;
      }
      int group = Integer.parseInt(rest.substring(0, digits), 16);
      bytes[filled++] = (byte) (group >> 8);
      bytes[filled++] = (byte) group;
      rest = rest.substring(digits);
      if (rest.isEmpty()) {
        break;
      }
      requireColonAndMore(rest);
      rest = rest.substring(1);
      if (rest.charAt(0) == ':') {
        if (ellipsis != NONE) {
          throw fault("multiple :: in address", rest);
        }
        ellipsis = filled;
        rest = rest.substring(1);
        if (rest.isEmpty()) {
          break;
        }
      }
    }
    if (!rest.isEmpty()) {
      throw fault("trailing garbage after address", rest);
    } else if (filled < BYTES && ellipsis == NONE) {
      throw fault("address string too short", "");
    } else if (filled == BYTES && ellipsis != NONE) {
      throw fault("the :: must expand to at least one field of zeros", "");
    } else if (filled < BYTES) {
      expand(ellipsis);
    }
  }

  /** Puts the zeros that were left out where they belong. */
  private void expand(int at) {
    int after = filled - at;
    System.arraycopy(bytes, at, bytes, BYTES - after, after);
    Arrays.fill(bytes, at, BYTES - after, (byte) 0);
  }

  private int hexDigits(String rest) {
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

  private void requireRoomForOctets(boolean ellipsis, String rest) {
    if (!ellipsis && filled != V4_AT) {
      throw fault("embedded IPv4 address must replace the final 2 fields of the address", rest);
    } else if (filled + 4 > BYTES) {
      throw fault("too many hex fields to fit an embedded IPv4 at the end of the address", rest);
    }
  }

  private void requireColonAndMore(String rest) {
    if (rest.charAt(0) != ':') {
      throw fault("unexpected character, want colon", rest);
    } else if (rest.length() == 1) {
      throw fault("colon must be followed by more characters", rest);
    }
  }

  private AddressException fault(String what, String at) {
    String place = at.isEmpty() ? "" : " (at " + GoQuotes.quote(at) + ")";
    return new AddressException("ParseAddr(" + GoQuotes.quote(text) + "): " + what + place);
  }
}
