package dev.pintle.cli.cluster;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.regexp.LinearPattern;
import dev.pintle.go.strconv.GoQuotes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** The address of an API server as a kubeconfig has it, understood as client-go does. */
final class ServerAddress {

  private static final LinearPattern HOST_AND_PORT =
      LinearPattern.of("([^@]*@)?(\\[[^\\[\\]]*]|[^:\\[\\]]+)(:\\d*)?");

  private ServerAddress() {}

  /**
   * The address of a server, {@code http} if it does not say how it is asked.
   *
   * @param server as it was given; empty for the default one
   * @param environment may name the default one
   * @throws PintleException if it is no address, or not of HTTP
   */
  static URI of(String server, Map<String, String> environment) {
    String given =
        server.isEmpty()
            ? environment.getOrDefault("KUBERNETES_MASTER", "http://localhost:8080")
            : server;
    URI address = parse(given);
    if (address == null) {
      address = parse("http://" + given);
      if (address == null || address.getRawPath().length() > 1) {
        throw unusable("host must be a URL or a host:port pair: " + GoQuotes.quote(shown(given)));
      }
    }
    if (!address.getScheme().equals("http") && !address.getScheme().equals("https")) {
      throw unusable(
          "Get %s: unsupported protocol scheme %s"
              .formatted(
                  GoQuotes.quote(shown(given) + "/version"), GoQuotes.quote(address.getScheme())));
    }
    return address;
  }

  /** The address without what follows its path; null if it is none. */
  private static URI parse(String text) {
    try {
      URI uri = new URI(withoutQuery(text));
      return uri.getScheme() == null
              || uri.getRawAuthority() == null
              || !HOST_AND_PORT.matches(uri.getRawAuthority())
          ? null
          : uri;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String withoutQuery(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    return text.substring(0, end);
  }

  /** An address as it may be printed: as Go does it, with stars for the password in it. */
  static String shown(String address) {
    int scheme = address.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int slash = address.indexOf('/', start);
    int at = address.lastIndexOf('@', slash < 0 ? address.length() : slash);
    int colon = address.indexOf(':', start);
    return at < start || colon < 0 || colon > at
        ? address
        : address.substring(0, colon + 1) + "***" + address.substring(at);
  }

  private static PintleException unusable(String why) {
    return new PintleException(Diagnostic.Kind.APPLY, why);
  }
}
