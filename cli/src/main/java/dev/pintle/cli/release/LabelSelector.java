package dev.pintle.cli.release;

import dev.pintle.apply.history.ReleaseRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which labels a release is to have, in Kubernetes' language for it.
 *
 * @param requirements all of which have to hold
 */
record LabelSelector(List<Requirement> requirements) {

  /**
   * What is asked of one label.
   *
   * @param values what the operator compares with, none for {@link Operator#EXISTS}
   * @param negated whether the opposite is asked for
   */
  record Requirement(String key, Operator operator, Set<String> values, boolean negated) {

    boolean test(Map<String, String> labels) {
      return holds(labels.get(key)) != negated;
    }

    private boolean holds(String value) {
      return switch (operator) {
        case EXISTS -> value != null;
        case IN -> value != null && values.contains(value);
        case GREATER -> compare(value) > 0;
        case LESS -> compare(value) < 0;
      };
    }

    /** Below 0 if the value is less, above if it is more; 0 also if one of them is no number. */
    private int compare(String value) {
      Long asked = LabelSyntax.integer(values.iterator().next());
      Long found = value == null ? null : LabelSyntax.integer(value);
      return found == null || asked == null ? 0 : found.compareTo(asked);
    }
  }

  /** How a label is looked at. */
  enum Operator {
    EXISTS,
    IN,
    GREATER,
    LESS
  }

  /**
   * Reads a selector.
   *
   * @throws dev.pintle.diagnostic.PintleException with Kubernetes' message if it is none
   */
  static LabelSelector parse(String text) {
    return new LabelSelectorParser(text).parse();
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
