package dev.pintle.schema.format;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.util.List;

/** UUIDs and semantic versions. */
final class IdentifierFormats {

  private static final int[] UUID_GROUPS = {8, 4, 4, 4, 12};
  private static final List<String> CORE = List.of("major", "minor", "patch");

  private IdentifierFormats() {}

  static void uuid(String text) throws FormatException {
    List<String> groups = Digits.split(text, '-');
    if (groups.size() != UUID_GROUPS.length) {
      throw Formats.fault("must have 5 elements");
    }
    for (int i = 0; i < UUID_GROUPS.length; i++) {
      String group = groups.get(i);
      if (GoStrings.length(group) != UUID_GROUPS[i]) {
        throw Formats.fault("element %d must be %d characters long", i + 1, UUID_GROUPS[i]);
      }
      for (int at = 0; at < group.length(); at += Character.charCount(group.codePointAt(at))) {
        int c = group.codePointAt(at);
        if (!Digits.isDigit(c) && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) {
          throw Formats.fault("non-hex character %s", GoQuotes.quoteRune(c));
        }
      }
    }
  }

  static void semver(String text) throws FormatException {
    String rest = text;
    int plus = rest.indexOf('+');
    if (plus >= 0) {
      build(rest.substring(plus + 1));
      rest = rest.substring(0, plus);
    }
    int dash = rest.indexOf('-');
    if (dash >= 0) {
      preRelease(rest.substring(dash + 1));
      rest = rest.substring(0, dash);
    }
    List<String> numbers = Digits.split(rest, '.');
    if (numbers.size() != CORE.size()) {
      throw Formats.fault("versionCore must have 3 numbers separated by dot");
    }
    for (int i = 0; i < CORE.size(); i++) {
      String number = numbers.get(i);
      if (number.isEmpty()) {
        throw Formats.fault("%s is empty", CORE.get(i));
      } else if (number.length() > 1 && number.charAt(0) == '0') {
        throw Formats.fault("%s starts with zero", CORE.get(i));
      } else if (!Digits.all(number)) {
        throw Formats.fault("%s contains non-digit", CORE.get(i));
      }
    }
  }

  private static void build(String build) throws FormatException {
    if (build.isEmpty()) {
      throw Formats.fault("build is empty");
    }
    for (String identifier : Digits.split(build, '.')) {
      if (identifier.isEmpty()) {
        throw Formats.fault("build identifier is empty");
      }
      requireIdentifier(identifier, "build");
    }
  }

  private static void preRelease(String preRelease) throws FormatException {
    for (String identifier : Digits.split(preRelease, '.')) {
      if (identifier.isEmpty()) {
        throw Formats.fault("pre-release identifier is empty");
      }
      requireIdentifier(identifier, "pre-release");
      if (Digits.all(identifier) && identifier.length() > 1 && identifier.charAt(0) == '0') {
        throw Formats.fault("pre-release numeric identifier starts with zero");
      }
    }
  }

  private static void requireIdentifier(String text, String what) throws FormatException {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (!Digits.isDigit(c) && !Digits.isAsciiLetter(c) && c != '-') {
        throw Formats.fault("invalid character %s in %s identifier", GoQuotes.quoteRune(c), what);
      }
    }
  }
}
