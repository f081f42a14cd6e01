package dev.pintle.chart;

import java.util.List;
import java.util.Map;

/**
 * What {@code Chart.yaml} says, as Helm's documentation of charts describes it; what is not given
 * is empty.
 */
public record Metadata(
    String name,
    String home,
    List<String> sources,
    String version,
    String description,
    List<String> keywords,
    List<Maintainer> maintainers,
    String icon,
    String apiVersion,
    String condition,
    String tags,
    String appVersion,
    boolean deprecated,
    Map<String, String> annotations,
    String kubeVersion,
    boolean declaresDependencies,
    List<Dependency> dependencies,
    String type) {

  /** Collections are copied. */
  public Metadata {
    sources = List.copyOf(sources);
    keywords = List.copyOf(keywords);
    maintainers = List.copyOf(maintainers);
    annotations = Map.copyOf(annotations);
    dependencies = List.copyOf(dependencies);
  }

  /** The same under another name and with other dependencies. */
  public Metadata withNameAndDependencies(String newName, List<Dependency> newDependencies) {
    return new Metadata(
        newName,
        home,
        sources,
        version,
        description,
        keywords,
        maintainers,
        icon,
        apiVersion,
        condition,
        tags,
        appVersion,
        deprecated,
        annotations,
        kubeVersion,
        declaresDependencies,
        newDependencies,
        type);
  }

  /** True for a chart that only lends named templates to others. */
  public boolean isLibrary() {
    return type.equalsIgnoreCase("library");
  }
}
