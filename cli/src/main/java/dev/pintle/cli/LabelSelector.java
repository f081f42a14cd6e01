package dev.pintle.cli;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.values.GoQuotes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which labels a release is to have, in Kubernetes' language for it: {@code a=b}, {@code a==b},
 * {@code a!=b}, {@code a}, {@code !a}, with commas between them, all of which have to hold.
 */
final class LabelSelector {

  private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_./]*)";
  private static final Pattern COMPARED =
      Pattern.compile("\\s*" + KEY + "\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)\\s*");
  private static final Pattern PRESENT = Pattern.compile("\\s*(!?)\\s*" + KEY + "\\s*");

  private final List<Predicate<Map<String, String>>> requirements = new ArrayList<>();

  private LabelSelector() {}

  /**
   * Reads a selector.
   *
   * @throws dev.pintle.diagnostic.PintleException if it is none, or has sets, which are not
   *     supported
   */
  static LabelSelector parse(String text) {
    LabelSelector selector = new LabelSelector();
    if (text.isBlank()) {
      return selector;
    }
    for (String requirement : text.split(",", -1)) {
      selector.requirements.add(requirement(requirement, text));
    }
    return selector;
  }

  private static Predicate<Map<String, String>> requirement(String requirement, String text) {
    Matcher compared = COMPARED.matcher(requirement);
    if (compared.matches()) {
      String key = compared.group(1);
      String value = compared.group(3);
      boolean equal = !compared.group(2).equals("!=");
      return labels -> value.equals(labels.get(key)) == equal;
    }
    Matcher present = PRESENT.matcher(requirement);
    if (present.matches()) {
      boolean wanted = present.group(1).isEmpty();
      return labels -> labels.containsKey(present.group(2)) == wanted;
    }
    throw UsageError.of(
        "unable to parse requirement: "
            + GoQuotes.quote(requirement)
            + " in the selector "
            + GoQuotes.quote(text));
  }

  /** True if a release has such labels, those that Helm itself gives to records among them. */
  boolean matches(ReleaseRecord release) {
    Map<String, String> labels = new HashMap<>(release.labels());
    labels.put("name", release.name());
    labels.put("owner", "helm");
    labels.put("status", release.status().helmName());
    labels.put("version", Integer.toString(release.revision()));
    return requirements.stream().allMatch(requirement -> requirement.test(labels));
  }
}
