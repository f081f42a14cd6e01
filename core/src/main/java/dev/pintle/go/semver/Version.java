package dev.pintle.go.semver;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import java.util.List;
import java.util.Objects;

/**
 * A semantic version as Helm reads one: {@code 1.2.3-rc.1+build}, with an optional {@code v} in
 * front and with minor and patch that may be missing.
 *
 * <p>Follows the library that Helm 4.2.4 uses, github.com/Masterminds/semver v3.5.0. The numbers
 * are unsigned 64-bit ones, as in Go; use {@link Long#compareUnsigned} and {@link
 * Long#toUnsignedString}. Order and equality are those of precedence: build metadata and the
 * original spelling do not count. Immutable.
 */
public final class Version implements Comparable<Version> {

  /** 0.0.0, read from an empty text: what Go has for a version that was never set. */
  public static final Version ZERO = new Version(0, 0, 0, "", "", "");

  private static final int MAX_BYTES = 256;

  private final long major;
  private final long minor;
  private final long patch;
  private final String prerelease;
  private final String metadata;
  private final String original;

  private Version(
      long major, long minor, long patch, String prerelease, String metadata, String original) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.prerelease = prerelease;
    this.metadata = metadata;
    this.original = original;
  }

  /**
   * Reads a version, complete or not; leading zeros of the three numbers are let through.
   *
   * @throws VersionException if it is none; the message is Helm's
   */
  public static Version parse(String text) {
    if (GoStrings.length(text) > MAX_BYTES) {
      throw new VersionException("version string is too long (max " + MAX_BYTES + " bytes)");
    }
    VersionScanner scanner = new VersionScanner(text, 0, VersionScanner::isDigit);
    if (!scanner.scan() || scanner.end() != text.length()) {
      throw new VersionException("invalid semantic version");
    }
    long major = segment(scanner.major());
    long minor = scanner.minor().isEmpty() ? 0 : segment(scanner.minor());
    long patch = scanner.patch().isEmpty() ? 0 : segment(scanner.patch());
    checkPrerelease(scanner.prerelease());
    return new Version(major, minor, patch, scanner.prerelease(), scanner.metadata(), text);
  }

  /**
   * True for what semver.org calls a version: three numbers without leading zeros, and parts after
   * them that are not empty.
   */
  public static boolean isStrict(String text) {
    int plus = text.indexOf('+');
    String release = plus < 0 ? text : text.substring(0, plus);
    if (plus >= 0 && !areIdentifiers(text.substring(plus + 1), false)) {
      return false;
    }
    int hyphen = release.indexOf('-');
    if (hyphen >= 0 && !areIdentifiers(release.substring(hyphen + 1), true)) {
      return false;
    }
    List<String> numbers =
        TextParts.split(hyphen < 0 ? release : release.substring(0, hyphen), '.');
    return numbers.size() == 3
        && numbers.stream().allMatch(n -> isIdentifier(n) && isNumber(n) && !hasLeadingZero(n));
  }

  private static boolean areIdentifiers(String text, boolean numbersAreStrict) {
    for (String part : TextParts.split(text, '.')) {
      if (!isIdentifier(part) || numbersAreStrict && isNumber(part) && hasLeadingZero(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String part) {
    return part.chars().allMatch(VersionScanner::isDigit);
  }

  private static boolean hasLeadingZero(String number) {
    return number.length() > 1 && number.charAt(0) == '0';
  }

  private static long segment(String digits) {
    try {
      return Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      throw new VersionException(
          "error parsing version segment: strconv.ParseUint: parsing \""
              + digits
              + "\": value out of range");
    }
  }

  /** Prerelease parts: not empty, letters, digits and hyphens, numbers without leading zeros. */
  private static void checkPrerelease(String prerelease) {
    if (prerelease.isEmpty()) {
      return;
    }
    for (String part : TextParts.split(prerelease, '.')) {
      if (!isIdentifier(part)) {
        throw new VersionException("invalid prerelease string");
      }
      if (part.length() > 1
          && part.charAt(0) == '0'
          && part.chars().allMatch(VersionScanner::isDigit)) {
        throw new VersionException("version segment starts with 0");
      }
    }
  }

  private static boolean isIdentifier(String part) {
    return !part.isEmpty() && part.chars().allMatch(VersionScanner::isIdentifierPart);
  }

  /** The first number, unsigned. */
  public long major() {
    return major;
  }

  /** The second number, unsigned; 0 if it was not given. */
  public long minor() {
    return minor;
  }

  /** The third number, unsigned; 0 if it was not given. */
  public long patch() {
    return patch;
  }

  /** What follows the hyphen, or an empty string. */
  public String prerelease() {
    return prerelease;
  }

  /** What follows the plus sign, or an empty string. */
  public String metadata() {
    return metadata;
  }

  /** The text as it was read, with a {@code v} if it had one. */
  public String original() {
    return original;
  }

  /**
   * The next major version.
   *
   * @throws VersionException if there is none in 64 bits
   */
  public Version nextMajor() {
    return released(next(major, "major"), 0, 0);
  }

  /**
   * The next minor version.
   *
   * @throws VersionException if there is none in 64 bits
   */
  public Version nextMinor() {
    return released(major, next(minor, "minor"), 0);
  }

  /**
   * The next patch version; of a prerelease, that is the version it leads to.
   *
   * @throws VersionException if there is none in 64 bits
   */
  public Version nextPatch() {
    return released(major, minor, prerelease.isEmpty() ? next(patch, "patch") : patch);
  }

  private static long next(long number, String name) {
    if (number == -1) {
      throw new VersionException(name + " version increment would overflow uint64");
    }
    return number + 1;
  }

  private Version released(long newMajor, long newMinor, long newPatch) {
    return derived(newMajor, newMinor, newPatch, "", "");
  }

  /**
   * The same version with another prerelease, or with none if it is empty.
   *
   * @throws VersionException if the text may not be one
   */
  public Version withPrerelease(String newPrerelease) {
    checkPrerelease(newPrerelease);
    return derived(major, minor, patch, newPrerelease, metadata);
  }

  /**
   * The same version with other build metadata, or with none if it is empty.
   *
   * @throws VersionException if the text may not be that
   */
  public Version withMetadata(String newMetadata) {
    if (!newMetadata.isEmpty()) {
      for (String part : TextParts.split(newMetadata, '.')) {
        if (!isIdentifier(part)) {
          throw new VersionException("invalid metadata string");
        }
      }
    }
    return derived(major, minor, patch, prerelease, newMetadata);
  }

  private Version derived(
      long newMajor, long newMinor, long newPatch, String newPrerelease, String newMetadata) {
    String text = format(newMajor, newMinor, newPatch, newPrerelease, newMetadata);
    String prefix = original.startsWith("v") ? "v" : "";
    return new Version(newMajor, newMinor, newPatch, newPrerelease, newMetadata, prefix + text);
  }

  /** A prerelease comes before its release; parts that are numbers compare as numbers. */
  @Override
  public int compareTo(Version other) {
    int byNumbers = Long.compareUnsigned(major, other.major);
    byNumbers = byNumbers != 0 ? byNumbers : Long.compareUnsigned(minor, other.minor);
    byNumbers = byNumbers != 0 ? byNumbers : Long.compareUnsigned(patch, other.patch);
    if (byNumbers != 0) {
      return byNumbers;
    }
    if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
      return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
    }
    return comparePrereleases(prerelease, other.prerelease);
  }

  static int comparePrereleases(String a, String b) {
    List<String> left = TextParts.split(a, '.');
    List<String> right = TextParts.split(b, '.');
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      if (i >= left.size() || i >= right.size()) {
        return left.size() - right.size();
      }
      int byPart = comparePart(left.get(i), right.get(i));
      if (byPart != 0) {
        return byPart;
      }
    }
    return 0;
  }

  private static int comparePart(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(!a.isEmpty(), !b.isEmpty());
    }
    boolean leftNumber = isUnsigned(a);
    boolean rightNumber = isUnsigned(b);
    if (leftNumber && rightNumber) {
      return Long.compareUnsigned(Long.parseUnsignedLong(a), Long.parseUnsignedLong(b));
    }
    return leftNumber == rightNumber ? a.compareTo(b) : Boolean.compare(rightNumber, leftNumber);
  }

  /** Digits that do not fit into 64 bits are no number, and compare as text. */
  private static boolean isUnsigned(String part) {
    if (!part.chars().allMatch(VersionScanner::isDigit)) {
      return false;
    }
    try {
      Long.parseUnsignedLong(part);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Version that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(major, minor, patch, prerelease);
  }

  /** The complete version without a {@code v}, such as {@code 1.2.0} for {@code v1.2}. */
  @Override
  public String toString() {
    return format(major, minor, patch, prerelease, metadata);
  }

  private static String format(
      long major, long minor, long patch, String prerelease, String metadata) {
    String release =
        Long.toUnsignedString(major)
            + "."
            + Long.toUnsignedString(minor)
            + "."
            + Long.toUnsignedString(patch);
    return release
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (metadata.isEmpty() ? "" : "+" + metadata);
  }
}
