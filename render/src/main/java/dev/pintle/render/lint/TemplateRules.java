package dev.pintle.render.lint;

import dev.pintle.chart.Chart;
import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Budget;
import dev.pintle.release.Capabilities;
import dev.pintle.release.KubeVersion;
import dev.pintle.render.Pintle;
import dev.pintle.render.warning.ApiLifecycle;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/** The templates of a chart, and what they render to. */
final class TemplateRules {

  private static final String DIRECTORY = "templates/";
  private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".tpl", ".txt");
  private static final Set<String> WITH_SELECTOR =
      Set.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet");

  private final LintedChart linted;
  private final Findings findings;
  private final Budget budget;
  private final ApiLifecycle lifecycle = ApiLifecycle.read();
  private KubeVersion kubeVersion;

  TemplateRules(LintedChart linted, Findings findings, Budget budget) {
    this.budget = budget;
    this.linted = linted;
    this.findings = findings;
  }

  void check(LintRequest request, Pintle pintle) {
    kubeVersion = request.release().capabilities().kubeVersion();
    if (!Files.exists(linted.file(DIRECTORY))) {
      findings.warning(DIRECTORY, "directory does not exist");
      return;
    } else if (!Files.isDirectory(linted.file(DIRECTORY))) {
      findings.error(DIRECTORY, "not a directory");
      return;
    }
    Chart chart;
    SortedMap<String, String> rendered;
    try {
      chart = linted.load();
      rendered = pintle.renderForLint(chart, request.release(), budget).orElse(null);
    } catch (PintleException e) {
      findings.error(DIRECTORY, "", e);
      return;
    }
    if (rendered != null) {
      check(chart, rendered);
    }
  }

  private void check(Chart chart, SortedMap<String, String> rendered) {
    for (ChartFile template : chart.templates()) {
      String name = template.name();
      String extension = extension(name);
      if (!EXTENSIONS.contains(extension)) {
        findings.error(
            name,
            "file extension '"
                + Visible.name(extension)
                + "' not valid. Valid extensions are .yaml, .yml, .tpl, or .txt");
      }
      String lower = extension.toLowerCase(Locale.ROOT);
      String text = rendered.getOrDefault(chart.name() + "/" + name, "");
      boolean isManifest = lower.equals(".yaml") || lower.equals(".yml");
      if (isManifest && !GoStrings.trimSpace(text).isEmpty() && !manifest(name, text)) {
        return;
      }
    }
  }

  private static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < name.lastIndexOf('/') || dot < 0 ? "" : name.substring(dot);
  }

  /** False if it is no YAML: then Helm looks at no further template. */
  private boolean manifest(String name, String text) {
    firstIndent(name, text);
    ManifestReader documents = new ManifestReader(name, text, budget);
    boolean selects = text.contains("matchLabels") || text.contains("matchExpressions");
    try {
      while (documents.next()) {
        ManifestReader.Head head = documents.head();
        if (head != null) {
          object(name, head, selects);
        }
      }
      return true;
    } catch (PintleException e) {
      findings.error(name, "unable to parse YAML: ", e);
      return false;
    }
  }

  private void firstIndent(String name, String text) {
    for (String line : TextParts.split(text, '\n')) {
      if (!GoStrings.trimSpace(line).isEmpty()) {
        if (line.startsWith(" ") || line.startsWith("\t")) {
          String shown = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
          findings.warning(
              name,
              "document starts with an illegal indent: "
                  + GoQuotes.quote(shown)
                  + ", which may cause parsing problems");
        }
        return;
      }
    }
  }

  private void object(String file, ManifestReader.Head head, boolean selects) {
    budget.step();
    String naming = ObjectNames.fault(head.kind(), head.name());
    if (naming != null) {
      findings.warning(file, naming);
    }
    deprecation(file, head);
    if (WITH_SELECTOR.contains(head.kind()) && !selects) {
      findings.error(
          file,
          "a "
              + Visible.name(head.kind())
              + " must contain matchLabels or matchExpressions, and "
              + GoQuotes.quote(head.name())
              + " does not");
    }
    if (head.kind().equals("List") && keepsAnItem(head.object())) {
      findings.error(file, "annotation 'helm.sh/resource-policy' within List objects are ignored");
    }
  }

  private void deprecation(String file, ManifestReader.Head head) {
    ApiLifecycle.Entry entry = lifecycle.find(head.apiVersion(), head.kind());
    if (entry != null && isOfHelmsClient(head) && entry.isDeprecatedIn(kubeVersion)) {
      String message =
          head.apiVersion()
              + " "
              + Visible.name(head.kind())
              + " is deprecated in v1."
              + entry.deprecated()
              + "+";
      if (entry.removed() != Integer.MAX_VALUE) {
        message += ", unavailable in v1." + entry.removed() + "+";
      }
      findings.warning(
          file, entry.replacement() == null ? message : message + "; use " + entry.replacement());
    }
  }

  /** Of kinds that the client in Helm does not have any more, its linter says nothing. */
  private static boolean isOfHelmsClient(ManifestReader.Head head) {
    return Capabilities.standard().apiVersions().contains(head.apiVersion())
        && !head.apiVersion().startsWith("apiextensions.k8s.io/")
        && !head.kind().equals("PodSecurityPolicy");
  }

  private static boolean keepsAnItem(Table list) {
    if (list.get("items") instanceof Sequence items) {
      for (Object item : items) {
        if (item instanceof Table object
            && object.get("metadata") instanceof Table metadata
            && metadata.get("annotations") instanceof Table annotations
            && annotations.containsKey("helm.sh/resource-policy")) {
          return true;
        }
      }
    }
    return false;
  }
}
