package dev.pintle.schema.format;

import dev.pintle.go.net.AddressException;
import dev.pintle.go.net.GoUrl;

/** URIs, references and templates; internationalised ones are the same here. */
final class UriFormats {

  private UriFormats() {}

  static void uri(String text) throws FormatException {
    if (parse(text).scheme().isEmpty()) {
      throw Formats.fault("relative url");
    }
  }

  static void uriReference(String text) throws FormatException {
    if (text.indexOf('\\') >= 0) {
      throw Formats.fault("contains \\");
    }
    parse(text);
  }

  static void uriTemplate(String text) throws FormatException {
    GoUrl url = parse(text);
    for (String part : Digits.split(url.rawPath(), '/')) {
      boolean open = false;
      String decoded = GoUrl.unescapePath(part);
      for (int i = 0; i < decoded.length(); i++) {
        char c = decoded.charAt(i);
        if (c == '{' && open || c == '}' && !open) {
          throw Formats.fault("nested curly braces");
        }
        open = c == '{' || open && c != '}';
      }
      if (open) {
        throw Formats.fault("no matching closing brace");
      }
    }
  }

  private static GoUrl parse(String text) throws FormatException {
    GoUrl url;
    try {
      url = GoUrl.parse(text);
    } catch (AddressException misfit) {
      throw new FormatException(misfit.getMessage());
    }
    String host = url.hostname();
    if (host.indexOf(':') >= 0) {
      if (url.host().indexOf('[') < 0 || url.host().indexOf(']') < 0) {
        throw Formats.fault("ipv6 address not enclosed in brackets");
      }
      try {
        AddressFormats.ipv6(host);
      } catch (FormatException misfit) {
        throw new FormatException("invalid ipv6 address: " + misfit.getMessage());
      }
    }
    return url;
  }
}
