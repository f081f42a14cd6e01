package dev.pintle.go.semver;

import java.util.function.IntPredicate;

/**
 * Finds the parts of one version in a text.
 *
 * <pre>
 * version    = ["v"] number ["." number] ["." number] ["-" identifiers] ["+" identifiers]
 * identifiers = identifier {"." identifier}
 * identifier  = ("0".."9" | "A".."Z" | "a".."z" | "-") {…}
 * </pre>
 *
 * <p>What a number is made of is for the caller to say: a constraint has wildcards there. Takes as
 * much as fits, in one pass and without a regular expression, since charts of strangers have
 * versions too.
 */
final class VersionScanner {

  private final String text;
  private final IntPredicate numberPart;
  private final int start;
  private int at;
  private String major = "";
  private String minor = "";
  private String patch = "";
  private String prerelease = "";
  private String metadata = "";

  VersionScanner(String text, int start, IntPredicate numberPart) {
    this.text = text;
    this.start = start;
    this.at = start;
    this.numberPart = numberPart;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isIdentifierPart(int c) {
    return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-';
  }

  /** True if a version starts there; its parts and its end are then known. */
  boolean scan() {
    if (at < text.length() && text.charAt(at) == 'v') {
      at++;
    }
    major = run(numberPart);
    if (major.isEmpty()) {
      return false;
    }
    minor = after('.', numberPart);
    // A patch without a minor cannot be: if no number followed the first dot, none follows now.
    patch = after('.', numberPart);
    prerelease = identifiers('-');
    metadata = identifiers('+');
    return true;
  }

  private String identifiers(char sign) {
    String first = after(sign, VersionScanner::isIdentifierPart);
    if (first.isEmpty()) {
      return "";
    }
    int from = at - first.length();
    while (!after('.', VersionScanner::isIdentifierPart).isEmpty()) {
      continue;
    }
    return text.substring(from, at);
  }

  /** The characters after a sign; empty, and nothing taken, if the sign or they are missing. */
  private String after(char sign, IntPredicate part) {
    if (at >= text.length() || text.charAt(at) != sign) {
      return "";
    }
    at++;
    String taken = run(part);
    if (taken.isEmpty()) {
      at--;
    }
    return taken;
  }

  private String run(IntPredicate part) {
    int from = at;
    while (at < text.length() && part.test(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /** Where the version ends. */
  int end() {
    return at;
  }

  /** The version as it stands in the text. */
  String whole() {
    return text.substring(start, at);
  }

  String major() {
    return major;
  }

  String minor() {
    return minor;
  }

  String patch() {
    return patch;
  }

  String prerelease() {
    return prerelease;
  }

  String metadata() {
    return metadata;
  }
}
