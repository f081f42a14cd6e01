package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Null, a list, a map, a number and an empty text in every place of all that is read: a result or
 * an error, never a fault of Pintle; and of charts what Helm says.
 */
class WrongValuesTest {

  private static final String DEPENDENCIES =
      """
      [{"name": "b", "version": "1.x", "repository": "https://r", "condition": "b.on",
        "tags": ["t"], "enabled": true, "import-values": ["data", {"child": "x", "parent": "y"}],
        "alias": "d"}]\
      """;

  /** Everything that each of a chart's files may say. */
  private static final Map<String, String> FILES =
      Map.of(
          "Chart.yaml",
          """
          {"apiVersion": "v2", "name": "c", "version": "1.0.0", "kubeVersion": ">=1.0.0",
           "description": "d", "type": "application", "keywords": ["k"], "home": "https://h",
           "sources": ["https://s"], "dependencies": %s,
           "maintainers": [{"name": "m", "email": "m@e.org", "url": "https://u"}],
           "icon": "https://i", "appVersion": "1", "deprecated": false, "annotations": {"a": "b"},
           "condition": "on", "tags": "t"}\
          """
              .formatted(DEPENDENCIES),
          "requirements.yaml",
          "{\"dependencies\": %s}".formatted(DEPENDENCIES),
          "requirements.lock",
          lock(),
          "Chart.lock",
          lock(),
          "values.yaml",
          """
          {"b": {"on": true, "exports": {"data": {"z": 1}}, "x": {"w": 2}, "global": {"g": 1}},
           "d": {"on": true, "x": {"w": 3}}, "tags": {"t": true}, "global": {"g": {"h": 1}},
           "exports": {"data": {"q": 1}}}\
          """,
          "charts/b/values.yaml",
          """
          {"exports": {"data": {"z": 1}}, "x": {"w": 2}, "global": {"g": 1}, "tags": {"t": true},
           "on": true}\
          """);

  private static String lock() {
    return "{\"dependencies\": %s, \"digest\": \"sha256:x\", \"generated\": \"%s\"}"
        .formatted(DEPENDENCIES, "2020-01-01T00:00:00Z");
  }

  @TempDir Path directory;

  private static TestChart chart(String file) {
    TestChart chart =
        new TestChart()
            .with("templates/t.yaml", "# {{ .Values }} {{ .Chart }} {{ .Subcharts }}\n")
            .with("charts/b/Chart.yaml", TestChart.CHART_YAML.replace("name: c", "name: b"));
    boolean first = file.startsWith("requirements");
    return first
        ? chart.with("Chart.yaml", TestChart.CHART_YAML.replace("v2", "v1"))
        : chart.with("Chart.yaml", FILES.get("Chart.yaml"));
  }

  private static Map<String, TestChart> charts() {
    Map<String, TestChart> charts = new LinkedHashMap<>();
    for (String file : FILES.keySet().stream().sorted().toList()) {
      WrongValues.of(FILES.get(file))
          .forEach((name, text) -> charts.put(file + " / " + name, chart(file).with(file, text)));
    }
    return charts;
  }

  private Path place(List<String> names, String name) {
    return directory.resolve("chart" + names.indexOf(name));
  }

  @Test
  void chartsAreRefusedOrAcceptedAsByHelm() throws IOException, InterruptedException {
    Map<String, TestChart> charts = charts();
    List<String> names = new ArrayList<>(charts.keySet());
    for (String name : names) {
      charts.get(name).writeTo(place(names, name));
    }
    new HelmVerdicts("wrong-values.txt")
        .check(
            names,
            name -> ofPintle(charts.get(name)),
            name -> HelmVerdicts.ofHelm(place(names, name)));
  }

  private static String ofPintle(TestChart chart) {
    try {
      chart.render(Limits.defaults());
      return HelmVerdicts.ACCEPTED;
    } catch (PintleException e) {
      return e.getMessage().trim();
    }
  }

  @Test
  void chartsAreLinted() throws IOException {
    SoftAssertions all = new SoftAssertions();
    Map<String, TestChart> charts = charts();
    List<String> names = charts.keySet().stream().filter(name -> !name.contains("lock")).toList();
    for (String name : names) {
      Path chart = place(names, name);
      charts.get(name).writeTo(chart);
      assertNoFault(all, name, "lint", chart.toString(), "--warn");
    }
    all.assertAll();
  }

  private static void assertNoFault(SoftAssertions all, String name, String... command) {
    CommandRun run = CommandRun.of(command);
    all.assertThat(run.err()).as(name).doesNotContain("fault of Pintle");
  }

  @Test
  void fleetsAreRead() throws IOException {
    chart("values.yaml").writeTo(directory.resolve("c"));
    Files.writeString(directory.resolve("v.yaml"), "a: 1\n");
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, String> variant :
        WrongValues.of(
                """
                {"releases": [{"id": "i", "name": "n", "namespace": "s", "chart": "c",
                  "values": ["v.yaml"], "set": ["a=1"], "kubeVersion": "1.30.0",
                  "apiVersions": ["a/v1"], "includeCrds": true, "isUpgrade": false,
                  "skipTests": false}, {"name": "m", "chart": "c"}]}\
                """)
            .entrySet()) {
      Path fleet = Files.writeString(directory.resolve("fleet.yaml"), variant.getValue());
      assertNoFault(
          all,
          variant.getKey(),
          "fleet",
          "render",
          fleet.toString(),
          "--output-dir",
          directory.resolve("out").toString());
    }
    all.assertAll();
  }

  private static final String KUBECONFIG =
      """
      {"apiVersion": "v1", "kind": "Config", "current-context": "x",
       "contexts": [{"name": "x", "context": {"cluster": "k", "user": "u", "namespace": "n",
         "extensions": [{"name": "x", "extension": {}}]}}],
       "clusters": [{"name": "k", "cluster": {"server": "https://127.0.0.1:1",
         "tls-server-name": "s", "insecure-skip-tls-verify": true,
         "certificate-authority": "", "certificate-authority-data": "",
         "proxy-url": "http://127.0.0.1:1", "disable-compression": false}}],
       "users": [{"name": "u", "user": %s}], "preferences": {"colors": true},
       "extensions": []}\
      """;

  /** No server is asked: the address is none, or nobody listens there. */
  @Test
  void kubeconfigsAreRead() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (String user :
        List.of(
            """
            {"token": "t", "username": "", "password": "", "tokenFile": "", "as": "a",
             "as-uid": "u", "as-groups": ["g"], "as-user-extra": {"e": ["f"]},
             "client-certificate": "", "client-certificate-data": "",
             "client-key": "", "client-key-data": "",
             "extensions": [{"name": "x", "extension": {}}]}\
            """,
            """
            {"exec": {"command": "nowhere-to-be-found", "args": ["a"],
             "env": [{"name": "e", "value": "v"}], "interactiveMode": "Never",
             "apiVersion": "client.authentication.k8s.io/v1", "installHint": "h",
             "provideClusterInfo": false}}\
            """,
            """
            {"auth-provider": {"name": "oidc", "config": {"id-token": "t"}}}\
            """)) {
      for (Map.Entry<String, String> variant : WrongValues.of(user).entrySet()) {
        assertNoFaultOf(all, variant.getKey(), KUBECONFIG.formatted(variant.getValue()));
      }
    }
    for (Map.Entry<String, String> variant :
        WrongValues.of(KUBECONFIG.formatted("{\"token\": \"t\"}")).entrySet()) {
      assertNoFaultOf(all, variant.getKey(), variant.getValue());
    }
    all.assertAll();
  }

  private void assertNoFaultOf(SoftAssertions all, String name, String kubeconfig)
      throws IOException {
    Path file = Files.writeString(directory.resolve("config"), kubeconfig);
    assertNoFault(all, name, "list", "--kubeconfig", file.toString());
  }

  private static final List<List<String>> ABOUT_RELEASES =
      List.of(
          List.of("list"),
          List.of("history", "r"),
          List.of("get", "all", "r"),
          List.of("get", "metadata", "r", "-o", "yaml"),
          List.of("rollback", "r", "--dry-run"),
          List.of("uninstall", "r", "--dry-run"));

  @Test
  void recordsAreRead() throws IOException {
    String file = "[{\"name\": \"templates/t.yaml\", \"data\": \"YTogMQ==\", \"modtime\": \"\"}]";
    String time = "\"2026-01-01T00:00:00Z\"";
    String record =
        """
        {"name": "r", "namespace": "default", "version": 1, "apply_method": "ssa",
         "info": {"first_deployed": T, "last_deployed": T, "deleted": "", "description": "d",
           "status": "deployed", "notes": "n"},
         "chart": {"metadata": M, "lock": L, "templates": F, "values": {"a": 1}, "files": F,
           "schema": "e30=", "schemamodtime": T, "modtime": T},
         "config": {"a": {"b": 1}},
         "manifest": "---\\n# Source: c/templates/t.yaml\\nkind: A\\n",
         "hooks": [{"name": "h", "kind": "Job", "path": "c/templates/h.yaml",
           "manifest": "kind: Job", "events": ["pre-install"], "weight": 1,
           "last_run": {"started_at": T, "completed_at": T, "phase": "Succeeded"},
           "delete_policies": ["hook-succeeded"], "output_log_policies": ["hook-failed"]}]}\
        """
            .replace("T,", time + ",")
            .replace("T}", time + "}")
            .replace("M,", FILES.get("Chart.yaml") + ",")
            .replace("L,", lock() + ",")
            .replace("F,", file + ",");
    SoftAssertions all = new SoftAssertions();
    try (RecordServer server = new RecordServer()) {
      String kubeconfig = server.kubeconfig(directory).toString();
      server.keep(record);
      CommandRun right = CommandRun.of("get", "all", "r", "--kubeconfig", kubeconfig);
      assertThat(right.out() + right.err()).contains("STATUS: deployed").contains("kind: Job");
      for (Map.Entry<String, String> variant : WrongValues.of(record).entrySet()) {
        server.keep(variant.getValue());
        for (List<String> command : ABOUT_RELEASES) {
          List<String> words = new ArrayList<>(command);
          words.addAll(List.of("--kubeconfig", kubeconfig));
          assertNoFault(all, command + " " + variant.getKey(), words.toArray(String[]::new));
        }
      }
    }
    all.assertAll();
  }

  @Test
  void recordedObjectsAreRead() throws IOException {
    Path recorded = Files.createDirectory(directory.resolve("recorded"));
    new TestChart()
        .with("templates/t.yaml", "# {{ lookup \"v1\" \"Secret\" \"n\" \"s\" }}\n")
        .writeTo(directory.resolve("c"));
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, String> variant :
        WrongValues.of(
                """
                {"apiVersion": "v1", "kind": "SecretList", "items": [{"apiVersion": "v1",
                 "kind": "Secret", "metadata": {"name": "s", "namespace": "n"}}]}\
                """)
            .entrySet()) {
      Files.writeString(recorded.resolve("a.json"), variant.getValue());
      assertNoFault(
          all,
          variant.getKey(),
          "template",
          "r",
          directory.resolve("c").toString(),
          "--lookup-from",
          recorded.toString());
    }
    all.assertAll();
  }

  @Test
  void definitionsOfCustomResourcesAreRead() throws IOException {
    new TestChart().with("templates/t.yaml", "{}").writeTo(directory.resolve("c"));
    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, String> variant :
        WrongValues.of(
                """
                {"apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
                 "metadata": {"name": "as.b.c"}, "spec": {"group": "b.c", "scope": "Namespaced",
                 "names": {"kind": "A", "plural": "as", "singular": "a", "listKind": "AList"},
                 "versions": [{"name": "v1", "served": true, "storage": true, "schema":
                 {"openAPIV3Schema": {"type": "object", "required": ["a"], "properties":
                 {"a": {"type": "string", "enum": ["x"], "nullable": true},
                  "b": {"type": "array", "items": {"type": "integer"}}}}}}]}}\
                """)
            .entrySet()) {
      Path file = Files.writeString(directory.resolve("crd.json"), variant.getValue());
      assertNoFault(
          all,
          variant.getKey(),
          "lint",
          directory.resolve("c").toString(),
          "--kubernetes-schemas",
          "--crds",
          file.toString());
    }
    all.assertAll();
    assertThat(Files.exists(directory.resolve("crd.json"))).isTrue();
  }
}
