package dev.pintle.go.net;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.ByteText;

/** Reads the host of a URL, and its port, as Go's {@code net/url} does. */
final class UrlHost {

  private UrlHost() {}

  /**
   * Gives the host without escapes, with its port and brackets.
   *
   * @throws AddressException with Go's message
   */
  static String parse(String scheme, String host) {
    int open = host.lastIndexOf('[');
    if (open > 0) {
      throw new AddressException("invalid IP-literal");
    }
    if (open == 0) {
      return parseAddress(host);
    }
    int colon = host.indexOf(':');
    if (colon >= 0) {
      boolean web = scheme.equals("http") || scheme.equals("https");
      checkPort(host.substring(web ? colon : host.lastIndexOf(':')));
    }
    return UrlEscapes.HOST.unescape(host);
  }

  private static String parseAddress(String host) {
    int close = host.lastIndexOf(']');
    if (close < 0) {
      throw new AddressException("missing ']' in host");
    }
    checkPort(host.substring(close + 1));
    String address = host.substring(1, close);
    int zone = address.indexOf("%25");
    String unescaped =
        zone < 0
            ? UrlEscapes.HOST.unescape(address)
            : UrlEscapes.HOST.unescape(address.substring(0, zone))
                + UrlEscapes.ZONE.unescape(address.substring(zone));
    checkLiteral(ByteText.toText(unescaped));
    return "[" + unescaped + "]" + host.substring(close + 1);
  }

  private static void checkLiteral(String address) {
    IpAddress parsed;
    try {
      parsed = IpAddress.parse(address);
    } catch (AddressException e) {
      throw new AddressException("invalid host: " + e.getMessage());
    }
    if (parsed.isV4()) {
      throw new AddressException("invalid IP-literal");
    }
  }

  private static void checkPort(String port) {
    if (!GoUrl.isOptionalPort(port)) {
      String quoted = GoQuotes.quote(ByteText.toText(port));
      throw new AddressException("invalid port " + quoted + " after host");
    }
  }
}
