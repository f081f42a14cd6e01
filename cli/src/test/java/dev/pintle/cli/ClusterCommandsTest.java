package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
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
  private final String namespace;
  private final SideBySide both;

  @TempDir Path directory;

  ClusterCommandsTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.namespace = plane.newNamespace("commands");
    this.both = new SideBySide(plane, helm, namespace);
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

  @Test
  void changesAreToldInHelmsWords() {
    both.sameChange("install", "", chart(), "--set", "size=6", "--labels", "team=a,kind=x");
    both.sameChange("install", "", chart());
    both.sameChange("upgrade", "", chart(), "--description", "once more");
    both.sameChange("upgrade", "", chart(), "--set", "size=7", "--hide-notes");
    both.sameChange("rollback", "", "1");
    both.sameChange("rollback", "");
    both.sameChange("rollback", "", "77");
    both.sameChange("rollback", "", "x");
    both.sameChange("test", "");
    both.sameChange("uninstall", "", "--keep-history");
    both.sameChange("upgrade", "", chart());
    both.sameChange("upgrade", "", chart(), "--install", "--take-ownership");
    both.sameChange("uninstall", "");
    both.sameChange("uninstall", "");
    both.sameChange("uninstall", "", "--ignore-not-found");
    both.sameChange("status", "");
    both.sameChange("history", "");
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
    SideBySide.Said ours = both.ours(SideBySide.with("ours", arguments));
    SideBySide.Said helms = both.helms(SideBySide.with("ours", arguments));

    assertThat(ours.status()).isEqualTo(helms.status());
    assertThat(ours.out()).isEqualTo(helms.out());
    assertThat(ours.err()).startsWith(helms.err().stripTrailing());
  }

  @Test
  void viewsAreTheSameOfReleasesOfBoth() {
    assertThat(both.ours("install", "ours", chart(), "--set", "size=6,nested.changed=new").status())
        .isZero();
    assertThat(both.ours("upgrade", "ours", chart(), "--labels", "team=a").status()).isZero();
    assertThat(both.helms("install", "them", chart()).status()).isZero();
    assertThat(both.helms("upgrade", "them", chart(), "--set", "size=8").status()).isZero();

    for (String name : List.of("ours", "them")) {
      for (String part : List.of("manifest", "values", "notes", "hooks", "all")) {
        both.sameView("get", part, name);
      }
      for (String part : List.of("manifest", "values", "notes", "hooks", "all", "metadata")) {
        both.sameView("get", part, name, "--revision=1");
        both.sameView("get", part, name, "--revision=9");
      }
      for (String format : List.of("table", "json", "yaml")) {
        both.sameView("get", "values", name, "-o", format);
        both.sameView("get", "values", name, "-o", format, "--all");
        both.sameView("get", "metadata", name, "-o", format, "--revision=2");
        both.sameView("history", name, "-o", format);
      }
      both.sameView("history", name, "--max=1");
    }
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
    both.ours("install", "beta", chart(), "--labels", "team=a");
    both.helms("install", "alpha", chart());
    both.ours("upgrade", "alpha", chart());
    both.helms("install", "gone", chart());
    both.ours("uninstall", "gone", "--keep-history");
    SoftAssertions all = new SoftAssertions();
    for (String flags : LIST_FLAGS) {
      String[] arguments = ("list " + flags).strip().split(" ");
      SideBySide.Said ours = both.ours(arguments);
      SideBySide.Said helms = both.helms(arguments);
      String err = ours.err().replace("pintle list", "helm list");
      all.assertThat(new SideBySide.Said(ours.status(), ours.out(), err))
          .as(flags)
          .isEqualTo(helms);
    }
    all.assertAll();
  }

  @Test
  void listsOfAllNamespaces() {
    both.ours("install", "everywhere", chart());

    SideBySide.Said ours = both.ours("list", "-A", "--filter", "everywhere");

    assertThat(ours).isEqualTo(both.helms("list", "-A", "--filter", "everywhere"));
    assertThat(ours.out()).contains(namespace);
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
              both.helms(
                      "install", name, chart(), "--set", "size=6,nested.changed=new,below.own=mine")
                  .status())
          .isZero();
    }
    Files.writeString(
        directory.resolve("shown/values.yaml"), "size: 9\nnested: {changed: newer}\nadded: 1\n");
    List<String> line = new ArrayList<>(List.of("upgrade", "", chart()));
    if (!flags.isEmpty()) {
      line.addAll(List.of(flags.split(" ")));
    }

    both.sameChange(line.toArray(String[]::new));

    for (String part : List.of("values", "manifest")) {
      assertThat(both.helms("get", part, "ours").out().replace("ours", "them"))
          .isEqualTo(both.helms("get", part, "them").out());
    }
    assertThat(both.helms("get", "values", "ours", "--all").out())
        .isEqualTo(both.helms("get", "values", "them", "--all").out());
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
