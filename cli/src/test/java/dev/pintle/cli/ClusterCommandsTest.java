package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.json.JsonException;
import dev.pintle.json.JsonReader;
import dev.pintle.json.JsonWriter;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command beside the real Helm's, on the same releases of the same server. */
@OnControlPlane
@BesideHelm
class ClusterCommandsTest {

  private static final Map<String, String> CHART =
      Map.of(
          "Chart.yaml",
          """
          apiVersion: v2
          name: shown
          version: 1.2.3
          appVersion: "7.0"
          annotations: {b: two, a: one}
          dependencies:
            - {name: below, version: 0.1.0, repository: ""}
          """,
          "values.yaml",
          "size: 5\nlist: [1, {a: 0.5}]\nnested: {kept: true, changed: old}\n",
          "charts/below/Chart.yaml",
          "{apiVersion: v2, name: below, version: 0.1.0}",
          "charts/below/values.yaml",
          "own: default\n",
          "templates/map.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: {{ .Release.Name }}-map}
          data:
            revision: "{{ .Release.Revision }} {{ .Release.IsUpgrade }}"
            values: {{ omit .Values "global" | toJson | quote }}
          """,
          "templates/kept.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: {{ .Release.Name }}-kept
            annotations: {helm.sh/resource-policy: keep}
          """,
          "templates/secret.yaml",
          """
          apiVersion: v1
          kind: Secret
          metadata: {name: {{ .Release.Name }}-secret}
          stringData: {size: "{{ .Values.size }}"}
          """,
          "templates/test.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: {{ .Release.Name }}-test
            annotations: {helm.sh/hook: "test,post-upgrade", helm.sh/hook-weight: "2"}
          """,
          "templates/NOTES.txt",
          "\nRelease {{ .Release.Name }}, revision {{ .Release.Revision }}.\n\n");

  private final ControlPlane plane;
  private final RealHelm helm;
  private final String namespace;

  @TempDir Path directory;

  ClusterCommandsTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
    this.namespace = plane.newNamespace("commands");
  }

  @BeforeEach
  void writeChart() throws IOException {
    for (Map.Entry<String, String> file : CHART.entrySet()) {
      Path path = directory.resolve("shown").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private String chart() {
    return directory.resolve("shown").toString();
  }

  /** Status and both outputs, without what differs from run to run. */
  private record Said(int status, String out, String err) {

    private static String timeless(String text) {
      // Errors are logged by Helm before they are printed; see docs/compatibility.md.
      return text.replaceAll("(?m)^level=ERROR .*\\R", "")
          .replaceAll("[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}", "TIME")
          .replaceAll(
              "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?( \\+0000 UTC|Z)? *", "TIME ");
    }
  }

  private List<String> line(String[] arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--namespace=" + namespace);
    return line;
  }

  private Said pintle(String... arguments) {
    List<String> line = line(arguments);
    line.add("--kubeconfig=" + plane.kubeconfig());
    CommandRun run = CommandRun.of(line.toArray(String[]::new));
    return new Said(run.status(), Said.timeless(run.out()), Said.timeless(run.err()));
  }

  private Said helm(String... arguments) {
    RealHelm.Run run = helm.run(plane, line(arguments).toArray(String[]::new));
    return new Said(run.status(), Said.timeless(run.out()), Said.timeless(run.err()));
  }

  /** The same command by both; their releases differ in their names only. */
  private void sameChange(String... arguments) {
    String[] ours = arguments.clone();
    String[] helms = arguments.clone();
    ours[1] = "ours";
    helms[1] = "them";
    Said said = pintle(ours);
    assertThat(
            new Said(
                said.status, said.out.replace("ours", "them"), said.err.replace("ours", "them")))
        .isEqualTo(helm(helms));
  }

  private void sameView(String... arguments) {
    assertThat(pintle(arguments)).isEqualTo(helm(arguments));
  }

  @Test
  void changesAreToldInHelmsWords() {
    sameChange("install", "", chart(), "--set", "size=6", "--labels", "team=a,kind=x");
    sameChange("install", "", chart());
    sameChange("upgrade", "", chart(), "--description", "once more");
    sameChange("upgrade", "", chart(), "--set", "size=7", "--hide-notes");
    sameChange("rollback", "", "1");
    sameChange("rollback", "");
    sameChange("rollback", "", "77");
    sameChange("rollback", "", "x");
    sameChange("test", "");
    sameChange("uninstall", "", "--keep-history");
    sameChange("upgrade", "", chart());
    sameChange("upgrade", "", chart(), "--install", "--take-ownership");
    sameChange("uninstall", "");
    sameChange("uninstall", "");
    sameChange("uninstall", "", "--ignore-not-found");
    sameChange("status", "");
    sameChange("history", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "install  CHART --dry-run=client",
        "install  CHART --dry-run=client --hide-secret",
        "install  CHART --dry-run=server --no-hooks",
        "install  CHART --dry-run=maybe",
        "install  CHART --hide-secret",
        "install  CHART --force-replace --force-conflicts",
        "install  CHART --wait=never",
        "install  CHART --timeout=soon",
        "install  CHART --labels team",
        "install  CHART -o xml",
        "install  CHART --set below=1",
        "install  CHART --set size={{",
        "install  ./nowhere",
        "upgrade  CHART",
        "uninstall  --cascade=up",
      })
  void whatIsNotDoneIsToldInHelmsWords(String line) {
    String[] arguments = line.replace("CHART", chart()).split(" ");
    Said ours = pintle(with("ours", arguments));
    Said helms = helm(with("ours", arguments));

    assertThat(ours.status).isEqualTo(helms.status);
    assertThat(ours.out).isEqualTo(helms.out);
    assertThat(ours.err).startsWith(helms.err.stripTrailing());
  }

  private static String[] with(String name, String... arguments) {
    String[] all = arguments.clone();
    all[1] = name;
    return all;
  }

  @Test
  void viewsAreTheSameOfReleasesOfBoth() throws Exception {
    assertThat(pintle("install", "ours", chart(), "--set", "size=6,nested.changed=new").status)
        .isZero();
    assertThat(pintle("upgrade", "ours", chart(), "--labels", "team=a").status).isZero();
    assertThat(helm("install", "them", chart()).status).isZero();
    assertThat(helm("upgrade", "them", chart(), "--set", "size=8").status).isZero();

    for (String name : List.of("ours", "them")) {
      for (String part : List.of("manifest", "values", "notes", "hooks", "all")) {
        sameView("get", part, name);
      }
      for (String part : List.of("manifest", "values", "notes", "hooks", "all", "metadata")) {
        sameView("get", part, name, "--revision=1");
        sameView("get", part, name, "--revision=9");
      }
      for (String format : List.of("table", "json", "yaml")) {
        sameView("get", "values", name, "-o", format);
        sameView("get", "values", name, "-o", format, "--all");
        sameView("get", "metadata", name, "-o", format, "--revision=2");
        sameView("history", name, "-o", format);
      }
      sameView("history", name, "--max=1");
      assertThat(withoutResources(pintle("status", name).out))
          .isEqualTo(withoutResources(helm("status", name).out));
      assertThat(release(pintle("status", name, "-o", "json").out))
          .isEqualTo(release(helm("status", name, "-o", "json").out));
    }
  }

  /** Helm asks the server for its tables; we say what state the objects are in. */
  private static String withoutResources(String status) {
    return status.replaceFirst("(?s)RESOURCES:\n.*?\n\n(?=TEST SUITE)", "");
  }

  private static String release(String json) throws JsonException {
    Table release = ((Table) JsonReader.read(json)).deepCopy();
    ((Table) release.get("info")).remove("resources");
    return JsonWriter.write(release);
  }

  private static final List<String> LIST_FLAGS =
      List.of(
          "",
          "-q",
          "-q -o json",
          "-q -o yaml",
          "-o json",
          "-o yaml",
          "--no-headers",
          "-r",
          "--filter ^b",
          "--filter (",
          "--max 1",
          "--offset 1",
          "--offset 9",
          "--deployed",
          "--uninstalled",
          "--superseded",
          "--failed --pending",
          "-l team=a",
          "-l team!=a",
          "-l status=uninstalled",
          "--time-format 2006",
          "extra");

  @Test
  void listsAreTheSame() {
    pintle("install", "beta", chart(), "--labels", "team=a");
    helm("install", "alpha", chart());
    pintle("upgrade", "alpha", chart());
    helm("install", "gone", chart());
    pintle("uninstall", "gone", "--keep-history");
    SoftAssertions all = new SoftAssertions();
    for (String flags : LIST_FLAGS) {
      String[] arguments = ("list " + flags).strip().split(" ");
      Said ours = pintle(arguments);
      Said helms = helm(arguments);
      String err = ours.err.replace("pintle list", "helm list");
      all.assertThat(new Said(ours.status, ours.out, err)).as(flags).isEqualTo(helms);
    }
    all.assertAll();
  }

  @Test
  void listsOfAllNamespaces() {
    pintle("install", "everywhere", chart());

    Said ours = pintle("list", "-A", "--filter", "everywhere");

    assertThat(ours).isEqualTo(helm("list", "-A", "--filter", "everywhere"));
    assertThat(ours.out).contains(namespace);
  }

  /** What the next revision is rendered with, after {@code --set size=6,nested.changed=new}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "--set other=1",
        "--reset-values",
        "--reset-values --set other=1",
        "--reuse-values",
        "--reuse-values --set nested.other=1000000",
        "--reuse-values --set nested.changed=null,size=null",
        "--reset-then-reuse-values",
        "--reset-then-reuse-values --set nested.other=1,nested.kept=null",
        "--reset-values --reuse-values --set x=y",
      })
  void valuesOfTheLastRevision(String flags) throws IOException {
    for (String name : List.of("ours", "them")) {
      assertThat(
              helm("install", name, chart(), "--set", "size=6,nested.changed=new,below.own=mine")
                  .status)
          .isZero();
    }
    Files.writeString(
        directory.resolve("shown/values.yaml"), "size: 9\nnested: {changed: newer}\nadded: 1\n");
    List<String> line = new ArrayList<>(List.of("upgrade", "", chart()));
    if (!flags.isEmpty()) {
      line.addAll(List.of(flags.split(" ")));
    }

    sameChange(line.toArray(String[]::new));

    for (String part : List.of("values", "manifest")) {
      assertThat(helm("get", part, "ours").out.replace("ours", "them"))
          .isEqualTo(helm("get", part, "them").out);
    }
    assertThat(helm("get", "values", "ours", "--all").out)
        .isEqualTo(helm("get", "values", "them", "--all").out);
  }

  @Test
  void theClusterIsChosenByFlags() throws IOException {
    String elsewhere =
        Files.readString(plane.guestKubeconfig())
            .replace(plane.url().toString(), "https://127.0.0.1:1");
    Path wrong = Files.writeString(directory.resolve("wrong"), elsewhere);
    CommandRun reached =
        CommandRun.of(
            "list",
            "--kube-apiserver=" + plane.url(),
            "--kube-token=" + plane.adminToken(),
            "--kube-ca-file=" + plane.certificate(),
            "--kubeconfig=" + wrong,
            "--namespace=" + namespace);
    assertThat(reached.err()).isEmpty();
    assertThat(reached.status()).isZero();

    CommandRun guest =
        CommandRun.of("list", "--kubeconfig=" + plane.guestKubeconfig(), "-n", namespace);
    assertThat(guest.status()).isEqualTo(1);
    assertThat(guest.err())
        .startsWith("Error: list: failed to list: secrets is forbidden: User \"guest\"");

    CommandRun impersonated =
        CommandRun.of(
            "list",
            "--kubeconfig=" + plane.kubeconfig(),
            "--kube-as-user=somebody",
            "-n",
            namespace);
    assertThat(impersonated.err()).contains("User \"somebody\" cannot list");

    assertThat(CommandRun.of("list", "--kubeconfig=" + plane.kubeconfig(), "--kube-context=none"))
        .extracting(CommandRun::err)
        .asString()
        .contains("context \"none\" does not exist");
  }
}
