package dev.pintle.apply.fabric8.api;

import dev.pintle.go.strings.TextParts;
import java.util.List;
import java.util.Locale;

/**
 * Looks at a request once more when its bytes are made. The types of paths let nothing pass that is
 * refused here; but what a wrong path destroys cannot be had back, so that two have to fail for it.
 */
final class Destination {

  private Destination() {}

  /**
   * Path and query of a request.
   *
   * @throws IllegalStateException if it would go elsewhere, or delete more than one object
   */
  static String checked(ApiRequest request) {
    return checked(request.method(), request.target());
  }

  static String checked(String method, String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    List<String> segments = TextParts.split(path, '/');
    boolean straight =
        path.startsWith("/") && segments.stream().skip(1).noneMatch(Destination::leadsAway);
    if (!straight || method.equals("DELETE") && !isObject(segments.subList(1, segments.size()))) {
      throw new IllegalStateException(method + " " + target + " is not to be sent");
    }
    return target;
  }

  /** Nothing, or dots that a client or a server resolves, escaped or not. */
  private static boolean leadsAway(String segment) {
    String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    return dots.isEmpty() || dots.equals(".") || dots.equals("..") || dots.contains("\\");
  }

  private static boolean isObject(List<String> segments) {
    int root = segments.get(0).equals("api") ? 2 : 3;
    return switch (segments.size() - root) {
      case 2 -> true;
      case 4 -> segments.get(root).equals("namespaces");
      default -> false;
    };
  }
}
