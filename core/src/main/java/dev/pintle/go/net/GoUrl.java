package dev.pintle.go.net;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.ByteText;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A URL as Go's {@code net/url} reads and writes it. Its parts are decoded, but for query and
 * opaque part. Immutable.
 *
 * <p>It works on the bytes of the text ({@link ByteText}), since escapes stand for bytes.
 */
public final class GoUrl {

  private final String scheme;
  private final String opaque;
  private final String userinfo; // escaped; null if there is none
  private final String host;
  private final String path;
  private final String rawPath;
  private final String query;
  private final String fragment;

  private GoUrl(
      String scheme,
      String opaque,
      String userinfo,
      String host,
      String path,
      String rawPath,
      String query,
      String fragment) {
    this.scheme = scheme;
    this.opaque = opaque;
    this.userinfo = userinfo;
    this.host = host;
    this.path = path;
    this.rawPath = rawPath;
    this.query = query;
    this.fragment = fragment;
  }

  /** A URL of those parts, none of which is looked at. */
  public static GoUrl of(
      String scheme, String host, String path, String query, String opaque, String fragment) {
    return new GoUrl(
        ByteText.of(scheme),
        ByteText.of(opaque),
        null,
        ByteText.of(host),
        ByteText.of(path),
        "",
        ByteText.of(query),
        ByteText.of(fragment));
  }

  /** The same with a user, which is escaped already. */
  public GoUrl withUserinfo(String escaped) {
    return new GoUrl(scheme, opaque, escaped, host, path, rawPath, query, fragment);
  }

  /** The scheme. */
  public String scheme() {
    return ByteText.toText(scheme);
  }

  /** The opaque. */
  public String opaque() {
    return ByteText.toText(opaque);
  }

  /** The user and the password, escaped; null if there are none. */
  public String userinfo() {
    return userinfo;
  }

  /** The host. */
  public String host() {
    return ByteText.toText(host);
  }

  /** The host without port and without the brackets of an address. */
  public String hostname() {
    String name = host;
    int colon = name.lastIndexOf(':');
    if (colon >= 0 && isOptionalPort(name.substring(colon))) {
      name = name.substring(0, colon);
    }
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    return ByteText.toText(bracketed ? name.substring(1, name.length() - 1) : name);
  }

  /** The path. */
  public String path() {
    return ByteText.toText(path);
  }

  /** The path as it was written, where Go would write it otherwise; else empty. */
  public String rawPath() {
    return ByteText.toText(rawPath);
  }

  /**
   * Reads the escapes of a part of a path.
   *
   * @throws AddressException if one is not well-formed
   */
  public static String unescapePath(String text) {
    return ByteText.apply(text, UrlEscapes.PATH::unescape);
  }

  /** The query. */
  public String query() {
    return ByteText.toText(query);
  }

  /** The fragment. */
  public String fragment() {
    return ByteText.toText(fragment);
  }

  /**
   * Reads a URL.
   *
   * @throws AddressException with Go's message
   */
  public static GoUrl parse(String text) {
    String bytes = ByteText.of(text);
    int hash = bytes.indexOf('#');
    String reference = hash < 0 ? bytes : bytes.substring(0, hash);
    GoUrl url = within(reference, () -> parseReference(reference));
    if (hash < 0 || hash == bytes.length() - 1) {
      return url;
    }
    String fragment = within(bytes, () -> UrlEscapes.FRAGMENT.unescape(bytes.substring(hash + 1)));
    return new GoUrl(
        url.scheme, url.opaque, url.userinfo, url.host, url.path, url.rawPath, url.query, fragment);
  }

  private static <T> T within(String bytes, Supplier<T> step) {
    try {
      return step.get();
    } catch (AddressException e) {
      String quoted = GoQuotes.quote(ByteText.toText(bytes));
      throw new AddressException("parse " + quoted + ": " + e.getMessage());
    }
  }

  /**
   * Reads what stands before the fragment.
   *
   * <pre>
   * reference = [scheme ":"] (opaque | ["//" [userinfo "@"] host] path) ["?" query]
   * </pre>
   */
  private static GoUrl parseReference(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw new AddressException("net/url: invalid control character in URL");
    }
    int colon = endOfScheme(text);
    String scheme = text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    int mark = text.indexOf('?', colon + 1);
    String rest = text.substring(colon + 1, mark < 0 ? text.length() : mark);
    String query = mark < 0 ? "" : text.substring(mark + 1);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoUrl(scheme, rest, null, "", "", "", query, "");
      }
      if (firstSegmentHasColon(rest)) {
        throw new AddressException("first path segment in URL cannot contain colon");
      }
    }
    String userinfo = null;
    String host = "";
    if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      int slash = rest.indexOf('/', 2);
      String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
      rest = slash < 0 ? "" : rest.substring(slash);
      int at = authority.lastIndexOf('@');
      host = UrlHost.parse(scheme, authority.substring(at + 1));
      userinfo = at < 0 ? null : parseUserinfo(authority.substring(0, at));
    }
    String path = UrlEscapes.PATH.unescape(rest);
    boolean plain = UrlEscapes.PATH.escape(path).equals(rest) || text.equals("*");
    String rawPath = plain ? "" : rest;
    return new GoUrl(scheme, "", userinfo, host, path, rawPath, query, "");
  }

  /** The colon after the scheme; -1 if there is no scheme. */
  private static int endOfScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        if (i == 0) {
          throw new AddressException("missing protocol scheme");
        }
        return i;
      }
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean other = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
      if (!letter && !(other && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean firstSegmentHasColon(String path) {
    int slash = path.indexOf('/');
    return path.substring(0, slash < 0 ? path.length() : slash).indexOf(':') >= 0;
  }

  /** Escaped anew, which may differ from how it was written. */
  private static String parseUserinfo(String text) {
    if (!text.chars().allMatch(GoUrl::isUserinfoPart)) {
      throw new AddressException("net/url: invalid userinfo");
    }
    int colon = text.indexOf(':');
    UrlEscapes escapes = UrlEscapes.USER;
    if (colon < 0) {
      return escapes.escape(escapes.unescape(text));
    }
    return escapes.escape(escapes.unescape(text.substring(0, colon)))
        + ":"
        + escapes.escape(escapes.unescape(text.substring(colon + 1)));
  }

  private static boolean isUserinfoPart(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0;
  }

  static boolean isOptionalPort(String text) {
    return text.isEmpty()
        || text.charAt(0) == ':' && text.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The URL as text, with escapes where they are needed. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    if (!scheme.isEmpty()) {
      out.append(scheme).append(':');
    }
    if (!opaque.isEmpty()) {
      out.append(opaque);
    } else {
      appendAuthorityAndPath(out);
    }
    if (!query.isEmpty()) {
      out.append('?').append(query);
    }
    if (!fragment.isEmpty()) {
      out.append('#').append(UrlEscapes.FRAGMENT.escape(fragment));
    }
    return ByteText.toText(out.toString());
  }

  private void appendAuthorityAndPath(StringBuilder out) {
    if (!host.isEmpty() || userinfo != null || !scheme.isEmpty() && !path.isEmpty()) {
      out.append("//");
    }
    if (userinfo != null) {
      out.append(userinfo).append('@');
    }
    out.append(UrlEscapes.HOST.escape(host));
    String escaped = path.equals("*") ? path : UrlEscapes.PATH.escape(path);
    if (!host.isEmpty() && !escaped.isEmpty() && !escaped.startsWith("/")) {
      out.append('/');
    }
    if (out.isEmpty() && firstSegmentHasColon(escaped)) {
      out.append("./");
    }
    out.append(escaped);
  }
}
