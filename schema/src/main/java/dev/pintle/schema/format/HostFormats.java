package dev.pintle.schema.format;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;

/** Host names and e-mail addresses. */
final class HostFormats {

  private static final String UNQUOTED = ".!#$%&'*+-/=?^_`{|}~";

  private HostFormats() {}

  static void hostname(String text) throws FormatException {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (GoStrings.length(name) > 253) {
      throw Formats.fault("more than 253 characters long");
    }
    for (String label : Digits.split(name, '.')) {
      int length = GoStrings.length(label);
      if (length < 1 || length > 63) {
        throw Formats.fault("label must be 1 to 63 characters long");
      } else if (label.startsWith("-")) {
        throw Formats.fault("label starts with hyphen");
      } else if (label.endsWith("-")) {
        throw Formats.fault("label ends with hyphen");
      }
      requireCharacters(label, "-");
    }
  }

  static void email(String text) throws FormatException {
    if (GoStrings.length(text) > 254) {
      throw Formats.fault("more than 255 characters long");
    }
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw Formats.fault("missing @");
    }
    local(text.substring(0, at));
    domain(text.substring(at + 1));
  }

  private static void local(String local) throws FormatException {
    if (GoStrings.length(local) > 64) {
      throw Formats.fault("local part more than 64 characters long");
    } else if (local.length() > 1 && local.startsWith("\"")) {
      String inner = local.substring(1, local.length() - 1);
      if (inner.indexOf('\\') >= 0 || inner.indexOf('"') >= 0) {
        throw Formats.fault("backslash and quote are not allowed within quoted local part");
      }
    } else if (local.startsWith(".")) {
      throw Formats.fault("starts with dot");
    } else if (local.endsWith(".")) {
      throw Formats.fault("ends with dot");
    } else if (local.contains("..")) {
      throw Formats.fault("consecutive dots");
    } else {
      requireCharacters(local, UNQUOTED);
    }
  }

  private static void domain(String domain) throws FormatException {
    if (!domain.startsWith("[") || !domain.endsWith("]")) {
      within("invalid domain", domain, HostFormats::hostname);
      return;
    }
    String address = domain.substring(1, domain.length() - 1);
    if (address.startsWith("IPv6:")) {
      within("invalid ipv6 address", address.substring("IPv6:".length()), AddressFormats::ipv6);
    } else {
      within("invalid ipv4 address", address, AddressFormats::ipv4);
    }
  }

  private static void within(String what, String part, FormatCheck check) throws FormatException {
    try {
      check.check(part);
    } catch (FormatException misfit) {
      throw new FormatException(what + ": " + misfit.getMessage());
    }
  }

  private static void requireCharacters(String text, String others) throws FormatException {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (!Digits.isDigit(c) && !Digits.isAsciiLetter(c) && others.indexOf(c) < 0) {
        throw Formats.fault("invalid character %s", GoQuotes.quoteRune(c));
      }
    }
  }
}
