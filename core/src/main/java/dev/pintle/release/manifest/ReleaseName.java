package dev.pintle.release.manifest;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.regexp.LinearPattern;
import dev.pintle.go.strconv.GoQuotes;

/** What Helm takes as the name of a release: a DNS subdomain of at most 53 characters. */
public final class ReleaseName {

  private static final int LONGEST = 53;
  private static final String FORM =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
  private static final LinearPattern PATTERN = LinearPattern.of(FORM);

  private ReleaseName() {}

  /**
   * Checks a name.
   *
   * @throws PintleException with Helm's message if it cannot be one
   */
  public static void check(String name) {
    String fault = fault(name);
    if (fault != null) {
      throw new PintleException(
          "release name check failed: " + fault,
          Diagnostic.of(Diagnostic.Kind.VALUES, fault, null));
    }
  }

  /** True if it can be one. */
  public static boolean isValid(String name) {
    return fault(name) == null;
  }

  private static String fault(String name) {
    if (name.isEmpty()) {
      return "no name provided";
    }
    if (name.length() <= LONGEST && PATTERN.matches(name)) {
      return null;
    }
    return "release name "
        + GoQuotes.quote(name)
        + ": invalid release name, must match regex "
        + FORM
        + " and the length must not be longer than "
        + LONGEST;
  }
}
