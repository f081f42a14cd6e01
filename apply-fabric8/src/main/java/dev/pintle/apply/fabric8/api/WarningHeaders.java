package dev.pintle.apply.fabric8.api;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of {@code Warning} headers, such as {@code 299 - "text"}. */
final class WarningHeaders {

  private static final Pattern WARNING =
      Pattern.compile("[0-9]{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

  private WarningHeaders() {}

  static List<String> texts(List<String> headers) {
    return headers.stream()
        .flatMap(header -> WARNING.matcher(header).results())
        .map(WarningHeaders::unquoted)
        .toList();
  }

  private static String unquoted(java.util.regex.MatchResult warning) {
    return warning.group(1).replaceAll("\\\\(.)", Matcher.quoteReplacement("") + "$1");
  }
}
