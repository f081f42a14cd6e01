package dev.pintle.go.semver;

import dev.pintle.go.semver.VersionBound.Open;
import dev.pintle.go.semver.VersionBound.Operator;
import dev.pintle.go.strconv.GoQuotes;
import java.util.ArrayList;
import java.util.List;

/** Reads one alternative of a {@link VersionConstraint}. */
final class ConstraintParser {

  private record Written(Operator operator, VersionScanner version) {}

  private final String text;
  private int at;

  ConstraintParser(String text) {
    this.text = text;
  }

  /**
   * Reads the bounds that all must hold.
   *
   * <pre>
   * bounds = bound {(space | ",") bound}
   * bound  = ["=" | "!=" | ">" | "<" | ">=" | "=>" | "<=" | "=<" | "~" | "~>" | "^"] version
   * </pre>
   */
  List<VersionBound> parse() {
    List<Written> written = new ArrayList<>();
    written.add(bound());
    while (at < text.length()) {
      separator();
      written.add(bound());
    }
    // Helm finds fault with the whole before it looks at the versions.
    return written.stream().map(ConstraintParser::toBound).toList();
  }

  private Written bound() {
    at = skipSpace(text, at);
    int from = at;
    while (at < text.length() && "=!<>~^".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    Operator operator = Operator.of(text.substring(from, at));
    VersionScanner version = wildcardVersion(text, skipSpace(text, at));
    if (operator == null || !version.scan()) {
      throw improper();
    }
    at = skipSpace(text, version.end());
    return new Written(operator, version);
  }

  private void separator() {
    if (text.charAt(at) == ',') {
      at++;
    } else if (!isSpace(text.charAt(at - 1))) {
      throw improper();
    }
  }

  private VersionException improper() {
    return new VersionException("improper constraint: " + GoQuotes.quote(text));
  }

  private static VersionBound toBound(Written written) {
    VersionScanner version = written.version();
    String suffix = version.prerelease().isEmpty() ? "" : "-" + version.prerelease();
    Open open;
    String lowest;
    if (isWildcard(version.major())) {
      open = Open.EVERYTHING;
      lowest = "0.0.0" + suffix;
    } else if (version.minor().isEmpty() || isWildcard(version.minor())) {
      open = Open.MINOR;
      lowest = version.major() + ".0.0" + suffix;
    } else if (version.patch().isEmpty() || isWildcard(version.patch())) {
      open = Open.PATCH;
      lowest = version.major() + "." + version.minor() + ".0" + suffix;
    } else {
      open = Open.NOTHING;
      lowest = version.whole();
    }
    try {
      return new VersionBound(written.operator(), Version.parse(lowest), open);
    } catch (VersionException e) {
      throw new VersionException(
          "constraint parser error"); // as the library has it, without a cause
    }
  }

  private static boolean isWildcard(String number) {
    return number.equals("x") || number.equals("X") || number.equals("*");
  }

  /** Writes {@code 1.2 - 1.4} as {@code >= 1.2, <= 1.4}, wherever it stands. */
  static String expandRanges(String text) {
    String expanded = text;
    int from = 0;
    while (from < text.length()) {
      VersionScanner low = wildcardVersion(text, skipSpace(text, from));
      VersionScanner high = low.scan() ? upperEnd(text, low.end()) : null;
      if (high == null) {
        from++;
        continue;
      }
      int end = skipSpace(text, high.end());
      String range = text.substring(from, end);
      int at = expanded.indexOf(range);
      String bounds = ">= " + low.whole() + ", <= " + high.whole() + " ";
      expanded = expanded.substring(0, at) + bounds + expanded.substring(at + range.length());
      from = end;
    }
    return expanded;
  }

  /** The version after {@code " - "}, or null if none follows there. */
  private static VersionScanner upperEnd(String text, int from) {
    int dash = skipSpace(text, from);
    int next = skipSpace(text, dash + 1);
    if (dash == from || dash >= text.length() || text.charAt(dash) != '-' || next == dash + 1) {
      return null;
    }
    VersionScanner high = wildcardVersion(text, next);
    return high.scan() ? high : null;
  }

  private static VersionScanner wildcardVersion(String text, int from) {
    // The bar is an oversight of the library that makes "1|2" a faulty version, not a faulty text.
    return new VersionScanner(text, from, c -> VersionScanner.isDigit(c) || "|xX*".indexOf(c) >= 0);
  }

  private static int skipSpace(String text, int from) {
    int end = from;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
