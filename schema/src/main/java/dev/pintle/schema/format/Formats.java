package dev.pintle.schema.format;

import dev.pintle.go.net.AddressException;
import dev.pintle.go.net.GoUrl;
import java.util.Map;

/** The formats that Helm's library knows, by the name that schemas use. */
public final class Formats {

  private static final Map<String, FormatCheck> BY_NAME =
      Map.ofEntries(
          Map.entry("regex", new RegexFormat()),
          Map.entry("json-pointer", PointerFormats::jsonPointer),
          Map.entry("relative-json-pointer", PointerFormats::relativeJsonPointer),
          Map.entry("uuid", IdentifierFormats::uuid),
          Map.entry("semver", IdentifierFormats::semver),
          Map.entry("duration", TimeFormats::duration),
          Map.entry("period", TimeFormats::period),
          Map.entry("date", TimeFormats::date),
          Map.entry("time", TimeFormats::time),
          Map.entry("date-time", TimeFormats::dateTime),
          Map.entry("ipv4", AddressFormats::ipv4),
          Map.entry("ipv6", AddressFormats::ipv6),
          Map.entry("hostname", HostFormats::hostname),
          Map.entry("email", HostFormats::email),
          Map.entry("uri", UriFormats::uri),
          Map.entry("iri", UriFormats::uri),
          Map.entry("uri-reference", UriFormats::uriReference),
          Map.entry("iri-reference", UriFormats::uriReference),
          Map.entry("uri-template", UriFormats::uriTemplate));

  private Formats() {}

  /** The check of that name, or null if it is not known. */
  public static FormatCheck named(String name) {
    return BY_NAME.get(name);
  }

  /** What is wrong with a URL or a relative one, in Go's words; null if it is one. */
  public static String urlFault(String url) {
    try {
      GoUrl.parse(url);
      return null;
    } catch (AddressException malformed) {
      return malformed.getMessage();
    }
  }

  static FormatException fault(String message, Object... parts) {
    return new FormatException(parts.length == 0 ? message : message.formatted(parts));
  }
}
