package dev.pintle.apply.fabric8.api;

import dev.pintle.go.strconv.GoQuotes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which objects are meant, by their labels. A key or a value adds nothing to a selector but itself:
 * what might be read as more is refused. Immutable.
 */
public final class LabelSelector {

  /** All objects. */
  public static final LabelSelector ALL = new LabelSelector(List.of());

  private static final String IN_NAMES = "-_.";

  private final List<String> requirements;

  private LabelSelector(List<String> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  /**
   * Those that have all of some labels.
   *
   * @throws ApiException if one is no label
   */
  public static LabelSelector of(Map<String, String> labels) {
    LabelSelector all = ALL;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      all = all.equal(label.getKey(), label.getValue());
    }
    return all;
  }

  /** Those whose label is that. */
  public LabelSelector equal(String key, String value) {
    return and(key(key) + "=" + value(value));
  }

  /** Those whose label is one of them. */
  public LabelSelector in(String key, Collection<String> values) {
    return and(key(key) + " in (" + values(values) + ")");
  }

  /** Those whose label is none of them, or that have no such label. */
  public LabelSelector notIn(String key, Collection<String> values) {
    return and(key(key) + " notin (" + values(values) + ")");
  }

  /** Those that have such a label. */
  public LabelSelector present(String key) {
    return and(key(key));
  }

  /** Those that have no such label. */
  public LabelSelector absent(String key) {
    return and("!" + key(key));
  }

  private LabelSelector and(String requirement) {
    List<String> more = new ArrayList<>(requirements);
    more.add(requirement);
    return new LabelSelector(more);
  }

  private static String values(Collection<String> values) {
    return String.join(",", values.stream().map(LabelSelector::value).toList());
  }

  private static String key(String key) {
    if (key.isEmpty() || !consistsOf(key, IN_NAMES + "/")) {
      throw ApiException.unsendable("invalid label key: " + GoQuotes.quote(key));
    }
    return key;
  }

  private static String value(String value) {
    if (!consistsOf(value, IN_NAMES)) {
      throw ApiException.unsendable("invalid label value: " + GoQuotes.quote(value));
    }
    return value;
  }

  private static boolean consistsOf(String text, String marks) {
    return text.chars()
        .allMatch(
            c ->
                c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || marks.indexOf(c) >= 0);
  }

  /** In the language of label selectors. */
  String text() {
    return String.join(",", requirements);
  }
}
