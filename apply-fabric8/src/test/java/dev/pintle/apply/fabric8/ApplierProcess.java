package dev.pintle.apply.fabric8;

import dev.pintle.testing.cluster.ControlPlane;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An applier in a JVM of its own, which can be killed as the system kills: nothing of it runs any
 * more, no {@code finally}, no hook at its end. It is started ahead, and told later what to do.
 */
final class ApplierProcess implements AutoCloseable {

  /** What the system says of a process that SIGKILL has ended. */
  static final int KILLED = 128 + 9;

  /** Requests one by one, so that the same operation always sends them in the same order. */
  private static final Fabric8Settings SETTINGS =
      Fabric8Settings.defaults()
          .withParallelism(1)
          .withPatience(Duration.ZERO)
          .withHoldFor(Duration.ofMillis(400));

  private final Process process;

  private ApplierProcess(Process process) {
    this.process = process;
  }

  /** Starts one that speaks with a server over plain HTTP. */
  static ApplierProcess start(String url, ControlPlane plane) {
    try {
      return new ApplierProcess(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1", // most of its life is a start
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ApplierProcess.class.getName(),
                  url,
                  plane.adminToken())
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it begin with what it is there for. */
  void begin(Life.Step step, String namespace) {
    try {
      process
          .getOutputStream()
          .write((step + " " + namespace + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Kills it and returns when it is gone. */
  void kill() {
    process.toHandle().destroyForcibly();
    await();
  }

  /**
   * Waits for its end.
   *
   * @return its exit status
   */
  int await() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All that it has said, once it is gone. */
  String said() {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** The other side: waits for a line, does what it says, and ends. */
  public static void main(String[] args) throws IOException {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(args[0])
            .withOauthToken(args[1])
            .withRequestRetryBackoffLimit(0)
            .build();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Fabric8Applier applier =
        Fabric8Applier.of(new KubernetesClientBuilder().withConfig(config).build(), SETTINGS)) {
      String line = in.readLine();
      if (line != null) { // else whoever started this is gone
        List<String> words = List.of(line.split(" "));
        Life.Step.valueOf(words.get(0)).run(applier, words.get(1), event -> {});
      }
    }
  }
}
