package dev.pintle.apply.fabric8.api;

import dev.pintle.go.strconv.GoQuotes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one place where a text becomes part of a path. The rules are those of Kubernetes for path
 * segments, with its words, and two more: control characters, and bytes that are not UTF-8, which
 * would be another name once they are sent.
 */
final class PathSegment {

  private PathSegment() {}

  /**
   * An escaped segment.
   *
   * @param what how client-go calls it, such as {@code resource name}
   * @throws ApiException if the text is none
   */
  static String of(String what, String text) {
    if (text.isEmpty()) {
      throw ApiException.unsendable(what + " may not be empty");
    }
    List<String> faults = faults(text);
    if (!faults.isEmpty()) {
      throw ApiException.unsendable(
          "invalid " + what + " " + GoQuotes.quote(text) + ": [" + String.join(" ", faults) + "]");
    }
    return escaped(text);
  }

  /** True if a text can be a segment. */
  static boolean isValid(String text) {
    return !text.isEmpty() && faults(text).isEmpty();
  }

  private static List<String> faults(String text) {
    if (text.equals(".") || text.equals("..")) {
      return List.of("may not be '" + text + "'");
    }
    List<String> faults = new ArrayList<>();
    for (String mark : new String[] {"/", "%"}) {
      if (text.contains(mark)) {
        faults.add("may not contain '" + mark + "'");
      }
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      faults.add("may not contain control characters");
    }
    if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      faults.add("must be UTF-8");
    }
    return faults;
  }

  /** As it stands in a path or a query; all but letters, digits and a few marks is escaped. */
  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
