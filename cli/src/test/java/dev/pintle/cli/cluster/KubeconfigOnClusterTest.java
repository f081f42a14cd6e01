package dev.pintle.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to be known to a real server, each beside the real Helm's. */
@OnControlPlane
@BesideHelm
class KubeconfigOnClusterTest {

  private final ControlPlane plane;
  private final RealHelm helm;

  @TempDir Path directory;

  KubeconfigOnClusterTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
  }

  private void assertSame(String cluster, String user, String... flags) throws IOException {
    String text =
        """
        current-context: c
        contexts: [{name: c, context: {cluster: k, user: u, namespace: elsewhere}}]
        clusters: [{name: k, cluster: {server: "%s", certificate-authority: "%s"%s}}]
        users: [{name: u, user: {%s}}]
        """
            .formatted(plane.url(), plane.certificate(), cluster, user);
    String file = Files.writeString(directory.resolve("config"), text).toString();
    List<String> line = new ArrayList<>(List.of("list", "-q", "--kubeconfig=" + file));
    line.addAll(List.of(flags));
    RealHelm.Run helms = helm.run(Map.of(), directory, line);
    CommandRun ours = CommandRun.of(line.toArray(String[]::new));
    assertThat(ours.err()).as(user).startsWith(helms.err().stripTrailing());
    assertThat(ours.err().isEmpty()).isEqualTo(helms.err().isEmpty());
    assertThat(ours.out()).isEqualTo(helms.out());
    assertThat(ours.status()).isEqualTo(helms.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          | token: ADMIN
          | token: GUEST
          | tokenFile: admin
          | tokenFile: admin, token: GUEST
          | token: ADMIN, as: somebody
          | token: ADMIN, as: somebody, as-groups: ["system:masters"]
          | token: ADMIN, as: somebody, as-uid: u, as-user-extra: {scopes: [a]}
          , tls-server-name: kubernetes.default.svc | token: ADMIN
          """)
  void isKnown(String cluster, String user) throws IOException {
    Files.writeString(directory.resolve("admin"), plane.adminToken() + "\n");
    String with = user.replace("ADMIN", plane.adminToken()).replace("GUEST", plane.guestToken());
    assertSame(cluster == null ? "" : cluster, with);
  }

  /** Where flags and files do not agree. */
  @Test
  void isKnownByFlags() throws IOException {
    String token = "token: " + plane.adminToken();
    assertSame("", "token: " + plane.guestToken(), "--kube-token=" + plane.adminToken());
    assertSame(", tls-server-name: wrong", token, "--kube-tls-server-name=kubernetes.default.svc");
    assertSame(", tls-server-name: wrong", token, "--kube-apiserver=" + plane.url());
    Files.writeString(directory.resolve("guest"), plane.guestToken());
    assertSame("", "tokenFile: guest", "--kube-token=" + plane.adminToken());
  }

  /** This is fabric8's part. */
  @Test
  void isKnownByPrograms() throws IOException {
    String answer =
        """
        #!/bin/sh
        echo "$1" >>"$(dirname "$0")/asked"
        echo '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1",
          "status": {"token": "%s"}}'
        """;
    Path program = directory.resolve("login");
    Files.writeString(program, answer.formatted(plane.adminToken()));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    String exec =
        """
        exec: {command: ./login, args: [now], interactiveMode: Never,
          apiVersion: client.authentication.k8s.io/v1}\
        """;
    assertSame("", exec);
    assertThat(Files.readAllLines(directory.resolve("asked"))).containsExactly("now", "now");
    assertSame(", tls-server-name: kubernetes.default.svc", exec);
    assertSame("", exec + ", as: somebody");
  }
}
