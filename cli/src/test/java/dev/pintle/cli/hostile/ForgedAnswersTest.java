package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.testing.cluster.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server answers, or a record in it holds, steers no terminal and forges no line. */
class ForgedAnswersTest {

  private static final String EVIL =
      "a\\u001b]0;pwned\\u0007\\u009b2J\\u202e\\r"
          + "\\n"
          + "Error: all is well\\n"
          + "level=INFO msg=ok\\n"
          + "STATUS: all is well\\n";

  private static final String RECORD =
      """
      {"name": "r", "namespace": "default", "version": 1,
       "info": {"status": "deployed", "description": "E", "notes": "E",
                "first_deployed": "2026-01-01T00:00:00Z", "last_deployed": "2026-01-01T00:00:00Z"},
       "chart": {"metadata": {"name": "E", "version": "1.0.0", "appVersion": "E", "apiVersion": "v2",
                              "annotations": {"E": "E"}}, "values": {"E": "E"}},
       "config": {"E": "E"},
       "hooks": [{"name": "E", "kind": "E", "path": "E", "manifest": "kind: A", "events": ["test"],
                  "last_run": {"started_at": "2026-01-01T00:00:00Z", "phase": "Succeeded",
                               "completed_at": "2026-01-01T00:00:00Z"}}],
       "manifest": "---\\n# Source: c/t.yaml\\nkind: A\\n"}
      """;

  @TempDir private Path directory;
  private ScriptedServer server;
  private Path kubeconfig;
  private String secrets = "[]";

  @BeforeEach
  void serve() throws IOException {
    server = new ScriptedServer(this::answer);
    kubeconfig =
        Files.writeString(
            directory.resolve("config"),
            ("{current-context: c, contexts: [{name: c, context: {cluster: c}}],"
                    + " clusters: [{name: c, cluster: {server: '%s'}}]}")
                .formatted(server.url()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ScriptedServer.Answer answer(String path) {
    if (path.equals("/version")) {
      return new ScriptedServer.Answer(
          200, "{\"major\": \"1\", \"minor\": \"34\", \"gitVersion\": \"v1.34.0\"}");
    } else if (path.endsWith("/secrets")) {
      return new ScriptedServer.Answer(
          200, "{\"kind\": \"SecretList\", \"apiVersion\": \"v1\", \"items\": " + secrets + "}");
    }
    if (path.endsWith("/secrets/sh.helm.release.v1.r.v1")) {
      return new ScriptedServer.Answer(200, secrets.substring(1, secrets.length() - 1));
    }
    return new ScriptedServer.Answer(
        403,
        ("{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"status\": \"Failure\", \"code\": 403,"
                + " \"reason\": \"Forbidden\", \"message\": \"%s\"}")
            .formatted(EVIL));
  }

  private void keep(String record) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(record.getBytes(StandardCharsets.UTF_8));
    }
    Base64.Encoder base64 = Base64.getEncoder();
    secrets =
        ("[{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"metadata\": {\"name\":"
                + " \"sh.helm.release.v1.r.v1\", \"namespace\": \"default\", \"resourceVersion\":"
                + " \"1\", \"labels\": {\"owner\": \"helm\", \"name\": \"r\", \"status\":"
                + " \"deployed\", \"version\": \"1\"}}, \"type\": \"helm.sh/release.v1\", \"data\":"
                + " {\"release\": \"%s\"}}]")
            .formatted(base64.encodeToString(base64.encode(packed.toByteArray())));
  }

  private CommandRun run(String line) {
    return CommandRun.of((line + " --kubeconfig " + kubeconfig).split(" "));
  }

  private static void check(CommandRun run) {
    for (String text : List.of(run.out(), run.err())) {
      assertThat(Visible.isVisible(text)).as(text).isTrue();
    }
    assertThat(run.err())
        .doesNotContain("\nError: all")
        .doesNotContain("\nlevel=INFO msg=ok")
        .doesNotContain("fault of Pintle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "list -A",
        "history r",
        "status r",
        "get all r",
        "get notes r",
        "get metadata r",
        "get hooks r",
        "get manifest r",
        "get values r",
        "get values r --all",
        "drift r",
        "uninstall r",
        "test r",
        "rollback r",
        "history r -o yaml",
        "status r -o json",
        "uninstall nobody",
        "rollback r 7"
      })
  void recordsAndErrors(String line) throws IOException {
    keep(RECORD.replace("\"E\"", "\"" + EVIL + "\""));
    CommandRun run = run(line);
    check(run);
    boolean namesNothing = line.contains("manifest") || line.contains("rollback");
    assertThat(
            (run.out() + run.err()).contains("pwned") || run.err().contains("control characters"))
        .isNotEqualTo(namesNothing);
    if (!line.contains("notes")) { // those are the chart's, as many lines as it likes
      assertThat(run.out()).doesNotContain("\nSTATUS: all");
    }
  }

  @Test
  void refusedInstallations() throws IOException {
    Path chart = directory.resolve("c");
    Files.createDirectories(chart.resolve("templates"));
    Files.writeString(chart.resolve("Chart.yaml"), TestChart.CHART_YAML);
    Files.writeString(
        chart.resolve("templates/a.yaml"),
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    for (String command : List.of("install r ", "upgrade --install r ", "diff upgrade r ")) {
      CommandRun run = run(command + chart);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).startsWith("Error: ").contains("\\x1b]0;pwned\\a");
      check(run);
    }
  }
}
