package dev.pintle.schema.format;

import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * URLs as Go's {@code net/url} parses them, with its words for what it refuses.
 *
 * <pre>
 * url       = [ scheme ":" ] ( [ "//" authority ] path | opaque ) [ "?" query ] [ "#" fragment ]
 * authority = [ userinfo "@" ] host [ ":" port ]
 * </pre>
 *
 * @param scheme in lower case, or empty
 * @param host with its port, decoded; empty if there is none
 * @param path as it was written
 */
record GoUrl(String scheme, String host, String path) {

  private static final String HOST_CHARACTERS = "-_.~!$&'()*+,;=:[]<>\"";
  private static final String PATH_CHARACTERS = "-_.~$&+,/:;=@";
  private static final String USER_CHARACTERS = "-._:~!$&'()*+,;=%@";

  /** A reason, without the URL that it is about. */
  private static FormatException because(String reason) {
    return new FormatException(reason);
  }

  static GoUrl parse(String text) throws FormatException {
    int hash = text.indexOf('#');
    String whole = hash < 0 ? text : text.substring(0, hash);
    GoUrl url;
    try {
      url = withoutFragment(whole);
    } catch (FormatException reason) {
      throw UriFormats.notAUrl(whole, reason.getMessage());
    }
    if (hash >= 0) {
      try {
        decode(text.substring(hash + 1), null);
      } catch (FormatException reason) {
        throw UriFormats.notAUrl(text, reason.getMessage());
      }
    }
    return url;
  }

  private static GoUrl withoutFragment(String text) throws FormatException {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == 0x7F) {
        throw because("net/url: invalid control character in URL");
      }
    }
    int colon = endOfScheme(text);
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    int question = rest.indexOf('?');
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoUrl(scheme, "", "");
      } else if (Digits.split(rest, '/').get(0).indexOf(':') >= 0) {
        throw because("first path segment in URL cannot contain colon");
      }
    }
    String host = "";
    if ((!scheme.isEmpty() || !rest.startsWith("///")) && rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      host = host(scheme, authority);
    }
    decode(rest, null);
    return new GoUrl(scheme, host, rest);
  }

  /** Where the colon after the scheme is; -1 if there is no scheme. */
  private static int endOfScheme(String text) throws FormatException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        if (i == 0) {
          throw because("missing protocol scheme");
        }
        return i;
      } else if (!Digits.isAsciiLetter(c)
          && (i == 0 || !Digits.isDigit(c) && c != '+' && c != '-' && c != '.')) {
        return -1;
      }
    }
    return -1;
  }

  private static String host(String scheme, String authority) throws FormatException {
    int at = authority.lastIndexOf('@');
    String host = address(scheme, authority.substring(at + 1));
    if (at >= 0) {
      String user = authority.substring(0, at);
      for (int i = 0; i < user.length(); i++) {
        char c = user.charAt(i);
        if (!Digits.isDigit(c) && !Digits.isAsciiLetter(c) && USER_CHARACTERS.indexOf(c) < 0) {
          throw because("net/url: invalid userinfo");
        }
      }
      decode(user, null);
    }
    return host;
  }

  private static String address(String scheme, String host) throws FormatException {
    int bracket = host.lastIndexOf('[');
    if (bracket > 0) {
      throw because("invalid IP-literal");
    } else if (bracket == 0) {
      return literal(host);
    }
    int colon = host.indexOf(':');
    if (colon >= 0) {
      boolean strict = scheme.equals("http") || scheme.equals("https");
      requirePort(host.substring(strict ? colon : host.lastIndexOf(':')));
    }
    return decode(host, HOST_CHARACTERS);
  }

  private static String literal(String host) throws FormatException {
    int close = host.lastIndexOf(']');
    if (close < 0) {
      throw because("missing ']' in host");
    }
    String port = host.substring(close + 1);
    requirePort(port);
    String name = host.substring(1, close);
    int zone = name.indexOf("%25");
    String address =
        zone < 0
            ? decode(name, HOST_CHARACTERS)
            : decode(name.substring(0, zone), HOST_CHARACTERS) + zone(name.substring(zone));
    IpAddress parsed;
    try {
      parsed = new IpAddress(address).parse();
    } catch (FormatException misfit) {
      throw because("invalid host: " + misfit.getMessage());
    }
    if (parsed.isV4()) {
      throw because("invalid IP-literal");
    }
    return "[" + address + "]" + port;
  }

  private static void requirePort(String port) throws FormatException {
    if (!port.isEmpty() && (port.charAt(0) != ':' || !Digits.all(port.substring(1)))) {
      throw because("invalid port " + GoQuotes.quote(port) + " after host");
    }
  }

  /** The host without its port and brackets. */
  String hostname() {
    int colon = host.lastIndexOf(':');
    String name =
        colon >= 0 && Digits.all(host.substring(colon + 1)) ? host.substring(0, colon) : host;
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  /** True if the path is written as Go would write it. */
  boolean isPlainPath() throws FormatException {
    StringBuilder written = new StringBuilder();
    for (byte b : GoStrings.toBytes(decodePath(path))) {
      char c = (char) (b & 0xFF);
      if (Digits.isDigit(c) || Digits.isAsciiLetter(c) || PATH_CHARACTERS.indexOf(c) >= 0) {
        written.append(c);
      } else {
        written.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        written.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return written.toString().equals(path);
  }

  static String decodePath(String text) throws FormatException {
    return decode(text, null);
  }

  /** A zone of an address; it starts with an escaped percent sign. */
  private static String zone(String text) throws FormatException {
    String decoded = decode(text, null);
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      String escape = text.substring(i, i + 3);
      int c = Integer.parseInt(escape.substring(1), 16);
      if (c != '%' && c != ' ' && !isHostCharacter(c)) {
        throw invalidEscape(escape);
      }
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 && c != '%' && !isHostCharacter(c)) {
        throw invalidInHost(c);
      }
    }
    return decoded;
  }

  /**
   * Undoes percent-encoding.
   *
   * @param host what a host may have beside letters and digits, which must not be encoded; null if
   *     this is no host
   */
  private static String decode(String text, String host) throws FormatException {
    byte[] bytes = GoStrings.toBytes(text);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int c = bytes[i] & 0xFF;
      if (c == '%') {
        int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
        int end = Math.min(bytes.length, i + 3);
        String escape = GoStrings.fromBytes(bytes, i, end - i);
        if (low < 0 || host != null && high < 8 && !escape.equals("%25")) {
          throw invalidEscape(escape);
        }
        decoded.write(high * 16 + low);
        i += 2;
      } else if (host != null && c < 0x80 && !isHostCharacter(c)) {
        throw invalidInHost((char) c);
      } else {
        decoded.write(c);
      }
    }
    return GoStrings.fromBytes(decoded.toByteArray());
  }

  private static boolean isHostCharacter(int c) {
    return Digits.isDigit(c) || Digits.isAsciiLetter(c) || HOST_CHARACTERS.indexOf(c) >= 0;
  }

  private static FormatException invalidEscape(String escape) {
    return because("invalid URL escape " + GoQuotes.quote(escape));
  }

  private static FormatException invalidInHost(char c) {
    return because("invalid character " + GoQuotes.quote(String.valueOf(c)) + " in host name");
  }
}
