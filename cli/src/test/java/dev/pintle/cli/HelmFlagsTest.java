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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flags of the commands that speak with a cluster, each beside the real Helm's. */
@OnControlPlane
@BesideHelm
class HelmFlagsTest {

  private final ControlPlane plane;
  private final RealHelm helm;
  private final String namespace;

  @TempDir Path chart;

  HelmFlagsTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
    this.namespace = plane.newNamespace("flags");
  }

  @BeforeEach
  void writeChart() throws IOException {
    write("Chart.yaml", "{apiVersion: v2, name: flags, version: 0.1.0, appVersion: '7'}");
    write("values.yaml", "size: 3\n");
    write("templates/NOTES.txt", "notes of {{ .Chart.Name }}\n");
    write(
        "templates/map.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: {{ .Release.Name }}}
        data: {size: {{ .Values.size | quote }}}
        {{- with .Values.more }}
        {{ . }}: 1
        {{- end }}
        """);
    write(
        "templates/hook.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}-hook
          annotations: {helm.sh/hook: "test", helm.sh/hook-weight: "-3"}
        """);
  }

  private void write(String name, String text) throws IOException {
    Path file = chart.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private record Said(int status, String out, String err) {}

  private Said pintle(String... arguments) {
    CommandRun run = CommandRun.of(line(arguments, "--kubeconfig=" + plane.kubeconfig()));
    return new Said(run.status(), run.out(), run.err());
  }

  private Said helm(String... arguments) {
    RealHelm.Run run = helm.run(plane, line(arguments));
    return new Said(run.status(), run.out(), run.err());
  }

  private String[] line(String[] arguments, String... more) {
    List<String> line = new ArrayList<>(Arrays.asList(arguments));
    line.add("--namespace=" + namespace);
    line.addAll(List.of(more));
    return line.toArray(String[]::new);
  }

  private void assertSame(String... arguments) {
    Said helms = helm(arguments);
    Said ours = pintle(arguments);
    assertThat(ours.out).as(String.join(" ", arguments)).isEqualTo(helms.out);
    assertThat(ours.err).as(String.join(" ", arguments)).startsWith(helms.err.stripTrailing());
    assertThat(ours.status).as(String.join(" ", arguments)).isEqualTo(helms.status);
  }

  @Test
  void selectsByLabelsAsKubernetesDoes() {
    for (String each : List.of("one team=a,size=3", "two team=b,size=10", "three area=x/y")) {
      String[] words = each.replace("x/y", "x").split(" ");
      Said made = pintle("install", words[0], chart.toString(), "--labels", words[1]);
      assertThat(made.status).as(made.err).isZero();
    }
    List<String> selectors =
        List.of(
            "team,!area",
            "team=b",
            "team!=a",
            "team in (a, c)",
            "team notin (a)",
            "size>3,size<99",
            "name in (one,two),owner=helm,status=deployed,version=1",
            "team in (a",
            "-team");
    selectors.forEach(selector -> assertSame("list", "-q", "-l", selector));
  }

  @Test
  void fillsTemplatesWithAllOfARelease() {
    assertThat(pintle("install", "r", chart.toString(), "--set", "size=4,x.y=z").status).isZero();
    List<String> templates =
        List.of(
            "{{.Release.Name}} {{.Release.Namespace}} {{.Release.Version}}",
            "{{.Release.Info.Status}}: {{.Release.Info.Description}}, {{.Release.Info.Notes}}",
            "{{.Release.Info.FirstDeployed}} {{.Release.Info.LastDeployed.Year}}",
            "{{.Release.Info.Deleted}} {{.Release.Info.Deleted.IsZero}}",
            "{{.Release.Chart.Metadata.Version}} {{.Release.Chart.Name}} {{.Release.Chart.AppVersion}}",
            "{{.Release.Chart.Metadata.Type}}|{{.Release.Chart.Metadata.Keywords}}",
            "{{range .Release.Chart.Templates}}{{.Name}} {{end}}",
            "{{.Release.Config}} {{.Release.Config.x.y}} {{.Release.Chart.Values}}",
            "{{.Release.Manifest}}",
            "{{range .Release.Hooks}}{{.Name}} {{.Kind}} {{.Path}} {{.Events}} {{.Weight}}{{end}}",
            "{{range .Release.Hooks}}{{.LastRun.Phase}} {{.LastRun.StartedAt}}{{end}}",
            "{{.Release.ApplyMethod}} {{printf \"%T\" .Release}}",
            "{{with .Release}}{{.Name | printf \"%q\"}}{{end}}",
            "{{len .Release.Hooks}} {{index .Release.Config \"size\"}}",
            "{{.Nope}} {{.Release.Config.nope}}",
            "{{.Release.Nope}}",
            "{{.Release.Info.Nope}}",
            "{{.Release.Name.Nope}}",
            "{{toYaml .Release}}",
            "{{.Release.Name",
            "{{if}}",
            "{{template \"x\"}}",
            "");
    templates.forEach(template -> assertSame("get", "all", "r", "--template", template));
  }

  @Test
  void rendersTheNotesOfSubcharts() throws IOException {
    write("charts/below/Chart.yaml", "{apiVersion: v2, name: below, version: 0.1.0}");
    write("charts/below/templates/NOTES.txt", "notes of {{ .Chart.Name }}\n");
    for (String who : List.of("helm", "pintle")) {
      String[] install = {"install", who, chart.toString(), "--render-subchart-notes"};
      Said made = who.equals("helm") ? helm(install) : pintle(install);
      assertThat(made.status).as(made.err).isZero();
      assertThat(notes(made.out)).containsExactly("notes of below", "notes of flags");
    }
    assertThat(notes(pintle("get", "notes", "helm").out)).hasSize(2);
    assertThat(helm("get", "notes", "pintle").out)
        .isEqualTo("NOTES:\nnotes of below\n\nnotes of flags\n\n");
    assertThat(notes(pintle("upgrade", "pintle", chart.toString()).out))
        .containsExactly("notes of flags");
    assertSame("template", chart.toString(), "--render-subchart-notes");
  }

  /** Helm has them in any order. */
  private static List<String> notes(String out) {
    return out.lines().filter(line -> line.startsWith("notes of")).sorted().toList();
  }

  /** With servers that check fields themselves, which all do by now, the flag changes nothing. */
  @Test
  void leavesTheCheckOfFieldsToTheServer() {
    for (String flag : List.of("--disable-openapi-validation", "--no-hooks")) {
      String[] install = {"install", "r", chart.toString(), "--set", "more=bogus", flag};
      Said helms = helm(install);
      assertThat(helm("uninstall", "r").status).isZero();
      Said ours = pintle(install);
      assertThat(helm("uninstall", "r").status).isZero();
      assertThat(ours.err).startsWith(helms.err.stripTrailing());
      assertThat(ours.err).contains("field not declared in schema");

      String[] byClient = Arrays.copyOf(install, install.length + 1);
      byClient[install.length] = "--server-side=false";
      assertThat(helm(byClient).err).contains("unknown field \\\"bogus\\\"");
      assertThat(helm("uninstall", "r").status).isZero();
      Said warned = pintle(byClient);
      assertThat(warned.status).isZero();
      assertThat(warned.err).contains("unknown field \\\"bogus\\\"");
      assertThat(helm("uninstall", "r").status).isZero();
    }
  }

  @Test
  void checksTheNameOfTheServer() {
    String server = "--kube-apiserver=" + plane.url();
    String right = "--kube-tls-server-name=kubernetes.default.svc";
    assertSame("list", "-q", server, right);
    String wrong = "--kube-tls-server-name=wrong.example.com";
    Said helms = helm("list", "-q", server, wrong);
    Said ours = pintle("list", "-q", server, wrong);
    assertThat(helms.err).contains("not wrong.example.com");
    assertThat(ours.status).isEqualTo(helms.status).isNotZero();
    assertThat(ours.err).contains("Hostname wrong.example.com not verified");
  }
}
