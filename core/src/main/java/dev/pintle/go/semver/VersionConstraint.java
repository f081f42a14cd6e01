package dev.pintle.go.semver;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on versions, such as {@code >=1.25.0-0 <2}, {@code ~1.2 || ^3}, {@code 1.x} or {@code
 * 1.2 - 1.4}: what {@code kubeVersion} and the versions of dependencies in a Chart.yaml are, and
 * what {@code semverCompare} takes.
 *
 * <p>Follows the library that Helm 4.2.4 uses, github.com/Masterminds/semver v3.5.0. A prerelease
 * fits only where one of the bounds it is compared with names a prerelease too. Immutable.
 */
public final class VersionConstraint {

  private static final int MAX_BYTES = 512;
  private static final int MAX_ALTERNATIVES = 32;

  private final List<List<VersionBound>> alternatives;

  private VersionConstraint(List<List<VersionBound>> alternatives) {
    this.alternatives = alternatives;
  }

  /**
   * Reads a constraint.
   *
   * <pre>
   * constraint  = alternative {"||" alternative}
   * alternative = range {[","] range}
   * range       = bound | version " - " version
   * </pre>
   *
   * @throws VersionException if it is none; the message is Helm's
   */
  public static VersionConstraint parse(String text) {
    if (GoStrings.length(text) > MAX_BYTES) {
      throw new VersionException("constraint string is too long (max " + MAX_BYTES + " bytes)");
    }
    List<String> parts = TextParts.split(ConstraintParser.expandRanges(text), "||");
    if (parts.size() > MAX_ALTERNATIVES) {
      throw new VersionException("too many constraint groups (max " + MAX_ALTERNATIVES + ")");
    }
    List<List<VersionBound>> alternatives = new ArrayList<>(parts.size());
    for (String part : parts) {
      alternatives.add(new ConstraintParser(part).parse());
    }
    return new VersionConstraint(alternatives);
  }

  /**
   * Whether a version fits a constraint; no, if one of the two cannot be read. Helm decides so on a
   * chart's kubeVersion and on the versions of its dependencies.
   */
  public static boolean isCompatible(String constraint, String version) {
    try {
      return parse(constraint).check(Version.parse(version));
    } catch (VersionException e) {
      return false; // Helm tells an unreadable version from an unfit one nowhere
    }
  }

  /** Whether a version fits one of the alternatives. */
  public boolean check(Version version) {
    return alternatives.stream().anyMatch(bounds -> fits(bounds, version));
  }

  private static boolean fits(List<VersionBound> bounds, Version version) {
    boolean releasesOnly =
        bounds.stream().allMatch(bound -> bound.version().prerelease().isEmpty());
    if (releasesOnly && !version.prerelease().isEmpty()) {
      return false;
    }
    return bounds.stream().allMatch(bound -> bound.admits(version));
  }
}
