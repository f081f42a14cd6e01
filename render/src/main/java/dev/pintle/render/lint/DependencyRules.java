package dev.pintle.render.lint;

import dev.pintle.chart.Chart;
import dev.pintle.chart.Dependency;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.Visible;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a chart declares as dependencies, and what is in its {@code charts/}. */
record DependencyRules(LintedChart linted, Findings findings) {

  void check() {
    Chart chart;
    try {
      chart = linted.load();
    } catch (PintleException e) {
      findings.error("", "unable to load chart\n\t", e);
      return;
    }
    List<String> declared = chart.metadata().dependencies().stream().map(Dependency::name).toList();
    List<String> present = chart.subcharts().stream().map(Chart::name).toList();
    Set<String> declaredNames = new HashSet<>(declared);
    Set<String> presentNames = new HashSet<>(present);
    String directory = linted.directory().toString();
    String undeclared = listed(present.stream(), name -> !declaredNames.contains(name));
    if (!undeclared.isEmpty()) {
      findings.error(
          directory, "chart metadata is missing these dependencies: " + Visible.name(undeclared));
    }
    Set<String> seen = new HashSet<>();
    String shadowing =
        listed(
            chart.metadata().dependencies().stream().map(Dependency::nameInParent),
            name -> !seen.add(name));
    if (!shadowing.isEmpty()) {
      findings.error(
          directory, "multiple dependencies with name or alias: " + Visible.name(shadowing));
    }
    String missing = listed(declared.stream(), name -> !presentNames.contains(name));
    if (!missing.isEmpty()) {
      findings.warning(
          directory, "chart directory is missing these dependencies: " + Visible.name(missing));
    }
  }

  private static String listed(Stream<String> names, Predicate<String> wanted) {
    return names.filter(wanted).collect(Collectors.joining(","));
  }
}
