package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.helm.HelmRecord;
import dev.pintle.cli.SideBySide.Said;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command that looks at a release or goes on with it, in every state, beside Helm's. */
@OnControlPlane
@BesideHelm
class ReleaseStatesTest {

  private static final Map<String, String> CHART =
      Map.of(
          "Chart.yaml",
          "{apiVersion: v2, name: states, version: 1.2.3, appVersion: '7', annotations: {b: c}}",
          "values.yaml",
          "size: 5\nlist: [1, {a: 0.5}]\nbig: 12345678\n",
          "templates/map.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: {{ .Release.Name }}-map}
          data: {size: {{ .Values.size | quote }}, revision: "{{ .Release.Revision }}"}
          """,
          "templates/fails.yaml",
          """
          {{- if .Values.fails }}
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: {{ .Release.Name }}-fails}
          data: {number: 1}
          {{- end }}
          """,
          "templates/hooks.yaml",
          """
          {{- range list "test" "pre-rollback,post-delete" }}
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: {{ $.Release.Name }}-{{ splitList "," . | first }}
            annotations: {helm.sh/hook: "{{ . }}"}
          {{- end }}
          """,
          "templates/NOTES.txt",
          "\nRevision {{ .Release.Revision }} of {{ .Release.Name }}.\n\n");

  /** How a release came to be what it is; {@code NAME} and {@code CHART} are put in. */
  enum State {
    NONE,
    DEPLOYED("install NAME CHART"),
    DESCRIBED(
        "install NAME CHART --description first --labels team=a,b=c --set size=6",
        "upgrade NAME CHART --description second --labels team=null,d=e --set size=7"),
    TESTED("install NAME CHART", "test NAME"),
    ROLLED_BACK("install NAME CHART", "upgrade NAME CHART --set size=6", "rollback NAME"),
    FAILED_FIRST("install NAME CHART --set fails=true"),
    FAILED_LATER("install NAME CHART", "upgrade NAME CHART --set fails=true"),
    UNINSTALLED("install NAME CHART", "uninstall NAME --keep-history --description gone"),
    PENDING("install NAME CHART", "upgrade NAME CHART --set size=6");

    private final List<String> commands;

    State(String... commands) {
      this.commands = List.of(commands);
    }
  }

  private static final List<String> VIEWS =
      List.of(
          "get all NAME",
          "get all NAME --revision=1",
          "get hooks NAME",
          "get hooks NAME --revision=1",
          "get manifest NAME",
          "get manifest NAME --revision=-1",
          "get manifest NAME --revision=9",
          "get manifest",
          "get metadata NAME",
          "get metadata NAME -o json",
          "get metadata NAME -o yaml",
          "get metadata NAME --revision=1 -o json",
          "get notes NAME",
          "get notes NAME --revision=1",
          "get values NAME",
          "get values NAME --all",
          "get values NAME --revision=1 -o yaml",
          "get values NAME --all -o json",
          "history NAME",
          "history NAME --max=1",
          "history NAME --max=0",
          "history NAME --max=-1",
          "history NAME -o json",
          "history NAME -o yaml",
          "history NAME NAME",
          "list --filter NAME",
          "list --filter NAME -o json",
          "list --filter NAME --time-format 2006 --no-headers",
          "list --filter NAME --all-namespaces -q",
          "list --filter NAME --deployed --failed",
          "list --filter NAME --superseded",
          "list --filter NAME --pending",
          "list --filter NAME --uninstalled --uninstalling",
          "list --filter NAME -l team=a",
          "list --filter NAME -l 'owner=helm'",
          "status NAME",
          "status NAME --revision=1",
          "status NAME --revision=9",
          "status NAME -o json",
          "status NAME -o yaml",
          "status NAME -o xml",
          "status Not_A_Name");

  private final SideBySide both;
  private final KubernetesClient client;

  @TempDir Path directory;

  ReleaseStatesTest(ControlPlane plane, RealHelm helm) {
    this.both = new SideBySide(plane, helm, plane.newNamespace("states"));
    this.client = plane.client();
  }

  @BeforeEach
  void writeChart() throws IOException {
    for (Map.Entry<String, String> file : CHART.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @AfterEach
  void close() {
    client.close();
  }

  private String[] line(String command, String name) {
    return Arrays.stream(command.split(" "))
        .map(word -> word.replace("NAME", name).replace("'", ""))
        .map(word -> word.equals("CHART") ? directory.toString() : word)
        .toArray(String[]::new);
  }

  private void bring(String name, State state) {
    for (String command : state.commands) {
      both.helms(line(command, name));
    }
    if (state == State.PENDING) {
      killedInTheMiddle(name);
    }
  }

  /** What is left of the second revision when Helm is killed while it makes it. */
  private void killedInTheMiddle(String name) {
    client
        .secrets()
        .inNamespace(both.namespace())
        .withName("sh.helm.release.v1." + name + ".v2")
        .edit(ReleaseStatesTest::pending);
  }

  private static Secret pending(Secret secret) {
    Base64.Decoder base64 = Base64.getDecoder();
    HelmRecord record =
        HelmRecord.parse(
            new String(base64.decode(secret.getData().get("release")), StandardCharsets.US_ASCII));
    HelmRecord pending =
        record.with(
            record
                .release(Map.of())
                .withStatus(ReleaseStatus.PENDING_UPGRADE, "Preparing upgrade"));
    byte[] text = pending.text().getBytes(StandardCharsets.US_ASCII);
    secret.getData().put("release", Base64.getEncoder().encodeToString(text));
    secret.getMetadata().getLabels().put("status", "pending-upgrade");
    return secret;
  }

  @ParameterizedTest
  @EnumSource
  void looks(State state) {
    bring("seen", state);
    SoftAssertions all = new SoftAssertions();
    for (String view : VIEWS) {
      Said ours = comparable(both.ours(line(view, "seen")));
      all.assertThat(ours).as(view).isEqualTo(comparable(both.helms(line(view, "seen"))));
    }
    all.assertAll();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "NONE|rollback NAME",
        "NONE|test NAME",
        "NONE|upgrade NAME CHART",
        "NONE|uninstall NAME --dry-run",
        "NONE|uninstall NAME --dry-run --ignore-not-found",
        "DEPLOYED|rollback NAME",
        "DEPLOYED|rollback NAME -1",
        "DEPLOYED|test NAME --filter name=none",
        "DEPLOYED|install NAME CHART",
        "DEPLOYED|uninstall NAME --dry-run",
        "DEPLOYED|uninstall NAME other --no-hooks --description x",
        "DESCRIBED|rollback NAME 1 --description back",
        "DESCRIBED|rollback NAME 1 --dry-run=client",
        "DESCRIBED|rollback NAME 1 --no-hooks --history-max=1",
        "DESCRIBED|upgrade NAME CHART --history-max=1",
        "DESCRIBED|upgrade NAME CHART --history-max=2 --set fails=true",
        "DESCRIBED|test NAME --filter '!name=NAME-test' --logs",
        "DESCRIBED|uninstall NAME --keep-history",
        "FAILED_FIRST|rollback NAME",
        "FAILED_FIRST|install NAME CHART --replace",
        "FAILED_FIRST|upgrade NAME CHART",
        "FAILED_LATER|rollback NAME 1",
        "FAILED_LATER|upgrade NAME CHART --install --reuse-values",
        "FAILED_LATER|test NAME",
        "UNINSTALLED|rollback NAME 1",
        "UNINSTALLED|install NAME CHART",
        "UNINSTALLED|install NAME CHART --replace",
        "UNINSTALLED|upgrade NAME CHART",
        "UNINSTALLED|upgrade NAME CHART --install",
        "UNINSTALLED|uninstall NAME",
        "UNINSTALLED|uninstall NAME --keep-history",
        "PENDING|rollback NAME 1 --dry-run=client",
        "PENDING|upgrade NAME CHART",
        "PENDING|uninstall NAME --dry-run",
      })
  void goesOn(State state, String change) {
    bring("ours", state);
    bring("them", state);
    Said said = comparable(both.ours(line(change, "ours")));
    assertThat(said.renamed("ours", "them"))
        .isEqualTo(comparable(both.helms(line(change, "them"))));
    Said after = comparable(both.helms("history", "ours"));
    assertThat(after.renamed("ours", "them")).isEqualTo(comparable(both.helms("history", "them")));
  }

  /**
   * Of what is said on standard error, the first line counts: the rest may say more. Helm logs
   * failures before it prints them.
   */
  private static Said comparable(Said said) {
    String first =
        said.err()
            .lines()
            .filter(line -> !line.matches("level=WARN msg=\"(upgrade failed\"|Rollback ).*"))
            .findFirst()
            .orElse("");
    return new Said(said.status(), said.out(), first.replace("pintle ", "helm "));
  }
}
