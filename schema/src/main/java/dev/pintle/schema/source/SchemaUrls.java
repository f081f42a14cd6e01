package dev.pintle.schema.source;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.schema.format.Formats;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The URLs of schemas: their fragments, and references relative to another URL. */
final class SchemaUrls {

  private static final String SCHEME = "abcdefghijklmnopqrstuvwxyz0123456789+-.";

  private SchemaUrls() {}

  /**
   * A URL in two parts.
   *
   * @param url without fragment
   * @param fragment without its mark, decoded
   */
  record Split(String url, String fragment) {}

  /** A reference relative to a base. */
  static Split join(String base, String reference) {
    int hash = reference.indexOf('#');
    String relative = hash < 0 ? reference : reference.substring(0, hash);
    String fault = Formats.urlFault(relative);
    if (fault != null) {
      throw new SchemaFault("error in parsing " + GoQuotes.quote(relative) + ": " + fault);
    }
    return new Split(resolve(Parts.of(base), Parts.of(relative)).text(), fragment(reference));
  }

  /** A URL as Go writes it: encoded where it has to be. */
  static String written(String url) {
    Parts parts = Parts.of(url);
    String path = parts.isOpaque() ? parts.path : encoded(parts.path);
    return new Parts(parts.scheme, parts.authority, path, parts.query).text();
  }

  /**
   * A URL without its fragment, cut where RFC 3986 does.
   *
   * @param scheme null if there is none
   * @param authority null if there is none
   * @param query null if there is none
   */
  private record Parts(String scheme, String authority, String path, String query) {

    static Parts of(String url) {
      int colon = 0;
      while (colon < url.length()
          && SCHEME.indexOf(Character.toLowerCase(url.charAt(colon))) >= 0) {
        colon++;
      }
      boolean absolute = colon > 0 && colon < url.length() && url.charAt(colon) == ':';
      String scheme = absolute ? url.substring(0, colon).toLowerCase(Locale.ROOT) : null;
      String rest = absolute ? url.substring(colon + 1) : url;
      int question = rest.indexOf('?');
      String query = question < 0 ? null : rest.substring(question + 1);
      rest = question < 0 ? rest : rest.substring(0, question);
      if (!rest.startsWith("//")) {
        return new Parts(scheme, null, rest, query);
      }
      int slash = rest.indexOf('/', 2);
      return slash < 0
          ? new Parts(scheme, rest.substring(2), "", query)
          : new Parts(scheme, rest.substring(2, slash), rest.substring(slash), query);
    }

    /** True for a URL that is more of a name than of a path, such as {@code urn:x}. */
    boolean isOpaque() {
      return scheme != null && authority == null && !path.startsWith("/");
    }

    String text() {
      return (scheme == null ? "" : scheme + ":")
          + (authority == null ? "" : "//" + authority)
          + path
          + (query == null ? "" : "?" + query);
    }
  }

  private static Parts resolve(Parts base, Parts relative) {
    if (relative.isOpaque()) {
      return relative;
    } else if (relative.scheme != null || relative.authority != null) {
      String scheme = relative.scheme == null ? base.scheme : relative.scheme;
      return new Parts(scheme, relative.authority, plain("", relative.path), relative.query);
    } else if (base.isOpaque()) {
      String query =
          relative.path.isEmpty() && relative.query == null ? base.query : relative.query;
      return new Parts(base.scheme, null, base.path, query);
    } else if (relative.path.isEmpty()) {
      String query = relative.query == null ? base.query : relative.query;
      return new Parts(base.scheme, base.authority, base.path, query);
    }
    return new Parts(base.scheme, base.authority, plain(base.path, relative.path), relative.query);
  }

  /** A path from where a base path ends, without dots, with what a URL cannot have encoded. */
  private static String plain(String base, String path) {
    String full =
        path.startsWith("/") || path.isEmpty()
            ? path
            : base.substring(0, base.lastIndexOf('/') + 1) + path;
    if (full.isEmpty()) {
      return full;
    }
    List<String> segments = new ArrayList<>();
    String last = "";
    for (String segment : TextParts.split(full, '/')) {
      last = segment;
      if (segment.equals("..")) {
        if (!segments.isEmpty()) {
          segments.remove(segments.size() - 1);
        }
      } else if (!segment.equals(".") && !(segment.isEmpty() && segments.isEmpty())) {
        segments.add(segment);
      }
    }
    boolean directory = last.equals(".") || last.equals("..");
    return encoded(
        "/" + String.join("/", segments) + (directory && !segments.isEmpty() ? "/" : ""));
  }

  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder(path.length());
    for (byte b : GoStrings.toBytes(path)) {
      char c = (char) (b & 0xFF);
      if (c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }

  /** The fragment of a URL, decoded; empty if there is none. */
  static String fragment(String url) {
    int hash = url.indexOf('#');
    if (hash < 0) {
      return "";
    }
    String encoded = url.substring(hash + 1);
    if (encoded.indexOf('%') < 0) {
      return encoded;
    }
    byte[] bytes = GoStrings.toBytes(encoded);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        decoded.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        int end = Math.min(bytes.length, i + 3);
        String escape = GoStrings.fromBytes(bytes, i, end - i);
        throw new SchemaFault(
            "error in parsing "
                + GoQuotes.quote(url)
                + ": invalid URL escape "
                + GoQuotes.quote(escape));
      }
      decoded.write(high * 16 + low);
      i += 2;
    }
    return GoStrings.fromBytes(decoded.toByteArray());
  }
}
