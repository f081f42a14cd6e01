package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.regexp.LinearPattern;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.TextParts;
import java.util.List;

/**
 * The Kubernetes version that a release is rendered for.
 *
 * @param version the full version with its {@code v}, such as {@code v1.33.4-gke.1245000}
 * @param normalized without what follows the patch number, for constraints
 * @param major the first number
 * @param minor the second number
 */
public record KubeVersion(String version, String normalized, String major, String minor) {

  private static final LinearPattern NUMBERS =
      LinearPattern.of("[\\t\\n\\f\\r ]*v?([0-9]+(?:\\.[0-9]+)*).*");
  private static final int LONGEST_NUMBER = 19;

  /**
   * Reads a version as Kubernetes' generic parser does: two or more numbers with dots between, a
   * {@code v} before them or not, and anything after them.
   *
   * @throws PintleException with Helm's message for {@code --kube-version} if it is no such version
   */
  public static KubeVersion parse(String text) {
    List<String> numbers = NUMBERS.groups(text);
    if (numbers.isEmpty()) {
      throw invalid(text, "could not parse " + GoQuotes.quote(text) + " as version");
    }
    String[] components = TextParts.split(numbers.get(1), '.').toArray(String[]::new);
    if (components.length < 2) {
      throw invalid(text, "illegal version string " + GoQuotes.quote(text));
    }
    if (components[0].startsWith("0") && components[0].length() > 1) {
      throw invalid(
          text,
          "illegal zero-prefixed version component "
              + GoQuotes.quote(components[0])
              + " in "
              + GoQuotes.quote(text));
    }
    for (int i = 0; i < components.length; i++) {
      components[i] = number(components[i], text);
    }
    String version = text.startsWith("v") ? text : "v" + text;
    return new KubeVersion(
        version, "v" + String.join(".", components), components[0], components[1]);
  }

  /** The number without leading zeros. */
  private static String number(String component, String text) {
    int zeros = 0;
    while (zeros < component.length() - 1 && component.charAt(zeros) == '0') {
      zeros++;
    }
    String digits = component.substring(zeros);
    boolean tooLong = digits.length() > LONGEST_NUMBER + 1;
    if (tooLong || digits.length() > LONGEST_NUMBER && !fitsUnsigned(digits)) {
      throw invalid(
          text,
          "illegal non-numeric version component "
              + GoQuotes.quote(component)
              + " in "
              + GoQuotes.quote(text)
              + ": strconv.ParseUint: parsing "
              + GoQuotes.quote(component)
              + ": value out of range");
    }
    return digits;
  }

  private static boolean fitsUnsigned(String digits) {
    return digits.compareTo("18446744073709551615") <= 0;
  }

  private static PintleException invalid(String text, String reason) {
    return new PintleException(
        Diagnostic.Kind.KUBE_VERSION, "invalid kube version '" + text + "': " + reason);
  }
}
