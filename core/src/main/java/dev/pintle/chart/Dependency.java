package dev.pintle.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A dependency as {@code Chart.yaml}, {@code requirements.yaml} or {@code Chart.lock} declares it;
 * what is not given is empty.
 *
 * @param enabled what the file says; conditions and tags decide, not this
 * @param importValues strings, or tables with {@code child} and {@code parent}
 */
public record Dependency(
    String name,
    String version,
    String repository,
    String condition,
    List<String> tags,
    boolean enabled,
    List<Object> importValues,
    String alias) {

  /** Lists are copied. */
  public Dependency {
    tags = List.copyOf(tags);
    importValues = Collections.unmodifiableList(new ArrayList<>(importValues));
  }

  /** The name that the parent's values know the subchart by. */
  public String nameInParent() {
    return alias.isEmpty() ? name : alias;
  }
}
