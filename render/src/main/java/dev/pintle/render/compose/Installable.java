package dev.pintle.render.compose;

import dev.pintle.chart.Chart;
import dev.pintle.chart.Dependency;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.semver.VersionConstraint;
import dev.pintle.release.KubeVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a chart can be made a release of at all. Stateless. */
public final class Installable {

  private Installable() {}

  /**
   * Checks what Helm checks before it looks at any value: the chart's type, and that what it
   * declares as dependencies is there.
   *
   * @return warnings
   * @throws PintleException with Helm's message if it cannot be installed
   */
  public static List<Diagnostic> check(Chart chart) {
    String type = chart.metadata().type();
    if (!type.isEmpty() && !type.equals("application")) {
      throw new PintleException(Diagnostic.Kind.CHART, type + " charts are not installable");
    }
    Set<String> present = chart.subcharts().stream().map(Chart::name).collect(Collectors.toSet());
    List<String> missing =
        chart.metadata().dependencies().stream()
            .map(Dependency::name)
            .filter(name -> !present.contains(name))
            .toList();
    List<Diagnostic> warnings =
        chart.metadata().deprecated()
            ? List.of(Diagnostic.of(Diagnostic.Kind.WARNING, "this chart is deprecated", null))
            : List.of();
    if (!missing.isEmpty()) {
      PintleException lacking =
          new PintleException(
              Diagnostic.Kind.DEPENDENCY,
              "an error occurred while checking for chart dependencies. You may need to run 'helm"
                  + " dependency build' to fetch missing dependencies: found in Chart.yaml, but"
                  + " missing in charts/ directory: "
                  + String.join(", ", missing));
      lacking.addEarlierWarnings(warnings);
      throw lacking;
    }
    return warnings;
  }

  /**
   * Checks that the chart is made for that version of Kubernetes. Helm does so after the values are
   * composed and checked.
   *
   * @throws PintleException with Helm's message if it is not
   */
  public static void checkKubeVersion(Chart chart, KubeVersion kubeVersion) {
    String constraint = chart.metadata().kubeVersion();
    if (!constraint.isEmpty()
        && !VersionConstraint.isCompatible(constraint, kubeVersion.normalized())) {
      throw new PintleException(
          Diagnostic.Kind.KUBE_VERSION,
          "chart requires kubeVersion: "
              + constraint
              + " which is incompatible with Kubernetes "
              + kubeVersion.version());
    }
  }
}
