package dev.pintle.schema.source;

import dev.pintle.schema.format.Formats;
import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;

/** The URLs of schemas: their fragments, and references relative to another URL. */
final class SchemaUrls {

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
    String fragment = fragment(reference);
    String relative = hash < 0 ? reference : reference.substring(0, hash);
    if (relative.isEmpty()) {
      return new Split(base, fragment);
    }
    try {
      URI resolved = new URI(base).resolve(new URI(relative));
      String url = resolved.toString();
      // Java drops the empty authority of file:///x, which Go keeps
      boolean local = url.startsWith("file:/") && !url.startsWith("file://");
      return new Split(local ? "file://" + url.substring("file:".length()) : url, fragment);
    } catch (URISyntaxException malformed) {
      String fault = Formats.urlFault(relative);
      throw new SchemaFault(
          "error in parsing "
              + GoQuotes.quote(relative)
              + ": "
              + (fault == null ? malformed.getReason() : fault));
    }
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
