package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.testing.cluster.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flag for limits counts for what a server answers, too. */
class LimitsOfAnswersTest {

  private static final String VERSION =
      "{\"major\": \"1\", \"minor\": \"34\", \"gitVersion\": \"v1.34.0\"}";

  @TempDir private Path directory;

  private String said(String command, String limits) throws IOException {
    Path chart = Files.createDirectories(directory.resolve("c"));
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: c\nversion: 0.1.0\n");
    try (ScriptedServer server =
        new ScriptedServer(path -> new ScriptedServer.Answer(200, VERSION))) {
      Path kubeconfig =
          Files.writeString(
              directory.resolve("config"),
              ("{current-context: c, contexts: [{name: c, context: {cluster: c}}],"
                      + " clusters: [{name: c, cluster: {server: '%s'}}]}")
                  .formatted(server.url()));
      List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
      arguments.addAll(List.of("r", chart.toString(), "--kubeconfig", kubeconfig.toString()));
      arguments.addAll(List.of("--limits", limits));
      return CommandRun.of(arguments.toArray(String[]::new)).err();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"install", "upgrade", "upgrade --install", "diff upgrade"})
  void holdForCommandsThatTakeThem(String command) throws IOException {
    assertThat(said(command, "answer-bytes=20")).contains("answer-bytes");
  }

  @Test
  void areWideEnoughOtherwise() throws IOException {
    assertThat(said("install", "strangers")).doesNotContain("answer-bytes");
  }
}
