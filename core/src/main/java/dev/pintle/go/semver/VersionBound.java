package dev.pintle.go.semver;

/**
 * One comparison of a {@link VersionConstraint}: an operator and a version, parts of which may be
 * missing or wildcards.
 *
 * @param version the version compared with; what is open in it is 0
 * @param open where the version stops being given
 */
record VersionBound(Operator operator, Version version, Open open) {

  /** The first part of the version that is missing or a wildcard. */
  enum Open {
    NOTHING,
    PATCH,
    MINOR,
    EVERYTHING
  }

  enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    LESS,
    GREATER_OR_EQUAL,
    LESS_OR_EQUAL,
    TILDE,
    CARET;

    /** The operator of that sign; null if there is none. */
    static Operator of(String sign) {
      return switch (sign) {
        case "", "=" -> EQUAL;
        case "!=" -> NOT_EQUAL;
        case ">" -> GREATER;
        case "<" -> LESS;
        case ">=", "=>" -> GREATER_OR_EQUAL;
        case "<=", "=<" -> LESS_OR_EQUAL;
        case "~", "~>" -> TILDE;
        case "^" -> CARET;
        default -> null;
      };
    }
  }

  /** Whether a version is within the bound; what prereleases may do is decided for all bounds. */
  boolean admits(Version candidate) {
    return switch (operator) {
      case EQUAL -> open == Open.NOTHING ? candidate.equals(version) : withinTilde(candidate);
      case NOT_EQUAL -> differs(candidate);
      case GREATER -> isAbove(candidate);
      case LESS -> candidate.compareTo(version) < 0;
      case GREATER_OR_EQUAL -> candidate.compareTo(version) >= 0;
      case LESS_OR_EQUAL -> isNotAbove(candidate);
      case TILDE -> withinTilde(candidate);
      case CARET -> withinCaret(candidate);
    };
  }

  private boolean differs(Version candidate) {
    return switch (open) {
      case MINOR -> candidate.major() != version.major();
      case PATCH ->
          candidate.major() != version.major()
              || candidate.minor() != version.minor()
              || !candidate.prerelease().equals(version.prerelease());
      case NOTHING, EVERYTHING -> !candidate.equals(version);
    };
  }

  /** {@code >1} is no version of 1, {@code >1.2} none of 1.2. */
  private boolean isAbove(Version candidate) {
    int byMajor = Long.compareUnsigned(candidate.major(), version.major());
    return switch (open) {
      case MINOR -> byMajor > 0;
      case PATCH ->
          byMajor > 0
              || byMajor == 0 && Long.compareUnsigned(candidate.minor(), version.minor()) > 0;
      case NOTHING, EVERYTHING -> candidate.compareTo(version) > 0;
    };
  }

  /** {@code <=1} is every version of 1 too, {@code <=1.2} every one of 1.2. */
  private boolean isNotAbove(Version candidate) {
    if (open == Open.NOTHING) {
      return candidate.compareTo(version) <= 0;
    }
    int byMajor = Long.compareUnsigned(candidate.major(), version.major());
    return byMajor < 0
        || byMajor == 0
            && (open == Open.MINOR
                || Long.compareUnsigned(candidate.minor(), version.minor()) <= 0);
  }

  /**
   * {@code ~1} is up to 2, {@code ~1.2} and {@code ~1.2.3} up to 1.3; {@code ~0.0.0} is anything.
   */
  private boolean withinTilde(Version candidate) {
    if (candidate.compareTo(version) < 0) {
      return false;
    }
    boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
    if (zero && (open == Open.NOTHING || open == Open.EVERYTHING)) {
      return true;
    }
    return candidate.major() == version.major()
        && (open == Open.MINOR || candidate.minor() == version.minor());
  }

  /**
   * Up to the next change of the first part that is not 0: {@code ^1.2} to 2, {@code ^0.2.3} to
   * 0.3.
   */
  private boolean withinCaret(Version candidate) {
    if (candidate.compareTo(version) < 0 || candidate.major() != version.major()) {
      return false;
    }
    if (version.major() != 0 || open == Open.MINOR) {
      return true;
    }
    if (candidate.minor() != version.minor()) {
      return false;
    }
    return version.minor() != 0 || open == Open.PATCH || candidate.patch() == version.patch();
  }
}
