package dev.pintle.render.lint;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The definitions of custom resources in {@code crds/}. */
record CrdRules(LintedChart linted, Findings findings, Budget budget) {

  private static final String DIRECTORY = "crds/";

  void check() {
    if (!Files.exists(linted.file(DIRECTORY))) {
      return;
    } else if (!Files.isDirectory(linted.file(DIRECTORY))) {
      findings.error(DIRECTORY, "not a directory");
      return;
    }
    List<ChartFile> files = new ArrayList<>();
    try {
      addFiles(linted.load(), files);
    } catch (PintleException e) {
      findings.error(DIRECTORY, "", e);
      return;
    }
    for (ChartFile file : files) {
      if (!check(file)) {
        return;
      }
    }
  }

  private static void addFiles(Chart chart, List<ChartFile> files) {
    chart.files().stream()
        .filter(file -> file.name().startsWith(DIRECTORY) && isManifest(file.name()))
        .forEach(files::add);
    chart.subcharts().forEach(subchart -> addFiles(subchart, files));
  }

  private static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }

  /** False if the file is no YAML: then Helm looks at no further one. */
  private boolean check(ChartFile file) {
    ManifestReader documents = new ManifestReader(file.name(), file.text(), budget);
    try {
      while (documents.next()) {
        ManifestReader.Head head = documents.head();
        if (head != null && !head.apiVersion().startsWith("apiextensions.k8s.io")) {
          findings.error(file.name(), "apiVersion is not in 'apiextensions.k8s.io'");
        }
        if (head != null && !head.kind().equals("CustomResourceDefinition")) {
          findings.error(file.name(), "object kind is not 'CustomResourceDefinition'");
        }
      }
      return true;
    } catch (PintleException e) {
      findings.error(file.name(), "unable to parse YAML: ", e);
      return false;
    }
  }
}
