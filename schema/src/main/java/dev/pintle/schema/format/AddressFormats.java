package dev.pintle.schema.format;

import dev.pintle.go.net.AddressException;
import dev.pintle.go.net.IpAddress;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.math.BigInteger;
import java.util.List;

/** IP addresses. */
final class AddressFormats {

  /** A sign and the digits of the largest {@code int64}. */
  private static final int LONGEST_NUMBER = 20;

  private AddressFormats() {}

  static void ipv4(String text) throws FormatException {
    List<String> groups = Digits.split(text, '.');
    if (groups.size() != 4) {
      throw Formats.fault("expected four decimals");
    }
    for (String group : groups) {
      if (GoStrings.length(group) > 1 && group.charAt(0) == '0') {
        throw Formats.fault("leading zeros");
      }
      Integer number = Digits.signed(group);
      if (number == null) {
        notAnInteger(group);
      } else if (number < 0 || number > 255) {
        throw Formats.fault("decimal must be between 0 and 255");
      }
    }
  }

  private static void notAnInteger(String text) throws FormatException {
    boolean sign = text.startsWith("-") || text.startsWith("+");
    String digits = sign ? text.substring(1) : text;
    if (digits.isEmpty() || !Digits.all(digits)) {
      throw new FormatException(
          "strconv.Atoi: parsing " + GoQuotes.quote(text) + ": invalid syntax");
    } else if (text.length() <= LONGEST_NUMBER && new BigInteger(text).bitLength() < Long.SIZE) {
      throw Formats.fault("decimal must be between 0 and 255");
    }
    throw new FormatException(
        "strconv.Atoi: parsing " + GoQuotes.quote(text) + ": value out of range");
  }

  static void ipv6(String text) throws FormatException {
    if (text.indexOf(':') < 0) {
      throw Formats.fault("missing colon");
    }
    try {
      if (IpAddress.parse(text).hasZone()) {
        throw Formats.fault("zone id is not a part of ipv6 address");
      }
    } catch (AddressException misfit) {
      throw new FormatException(misfit.getMessage());
    }
  }
}
