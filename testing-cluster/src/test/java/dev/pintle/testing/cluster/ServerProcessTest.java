package dev.pintle.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ServerProcessTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;

  @Test
  void isGoneOnceClosed() throws Exception {
    ServerProcess server = start("echo $$ >pid; exec sleep 600");
    server.await(() -> hasContent("pid"), PATIENCE);
    ProcessHandle program = program();

    server.close();

    assertThat(server.isAlive()).isFalse();
    program.onExit().get(1, TimeUnit.MINUTES);
  }

  @Test
  void diesWithTheJvmThatStartedIt() throws Exception {
    Process jvm =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Forsaken.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("jvm.log").toFile())
            .start();
    assertThat(jvm.getInputStream()).isNotNull();
    while (!hasContent("pid") && !jvm.waitFor(20, TimeUnit.MILLISECONDS)) {
      assertThat(jvm.isAlive()).isTrue();
    }
    ProcessHandle program = program();
    CompletableFuture<ProcessHandle> gone = program.onExit();

    jvm.destroyForcibly().waitFor();

    gone.get(1, TimeUnit.MINUTES);
    assertThat(program.isAlive()).isFalse();
  }

  @Test
  void tellsWhatAServerSaidThatEnded() {
    ServerProcess server = start("echo no such port; exit 3");

    assertThatThrownBy(() -> server.await(() -> false, PATIENCE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("server ended with status 3; its log ends:\nno such port");
  }

  @Test
  void givesUpInTime() {
    ServerProcess server = start("exec sleep 600");

    assertThatThrownBy(() -> server.await(() -> false, Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("server was not ready after 0 s");
    server.close();
  }

  private ServerProcess start(String script) {
    return ServerProcess.start(
        "server",
        directory.resolve("log"),
        List.of("/bin/sh", "-c", "cd " + directory + "; " + script));
  }

  private boolean hasContent(String file) {
    try {
      Path path = directory.resolve(file);
      return Files.exists(path) && Files.size(path) > 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ProcessHandle program() throws IOException {
    long pid = Long.parseLong(Files.readString(directory.resolve("pid")).trim());
    return ProcessHandle.of(pid).orElseThrow();
  }

  /** A JVM that starts a server and then hangs. */
  static final class Forsaken {

    private Forsaken() {}

    public static void main(String[] args) throws InterruptedException {
      Path directory = Path.of(args[0]);
      ServerProcess.start(
          "server",
          directory.resolve("log"),
          List.of("/bin/sh", "-c", "cd " + directory + "; echo $$ >pid; exec sleep 600"));
      Thread.currentThread().join();
    }
  }
}
