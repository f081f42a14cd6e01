package dev.pintle.testing.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real Helm, for tests that compare with it or let it and Pintle work on the same releases. Its
 * settings and caches are of its own, so that those of the user change nothing. Safe for use by
 * several threads.
 */
public final class RealHelm implements AutoCloseable {

  /** Which Helm is the judge: any build of 4.2, which names itself {@code v4.2} if built by Go. */
  private static final String VERSION = "v4.2";

  /** What to do where {@link #find()} finds nothing, in words for the console. */
  public static final String HOW_TO_GET_IT =
      "put Helm 4.2 on the PATH (go install helm.sh/helm/v4/cmd/helm@v4.2.4)";

  private final Path program;
  private final Path home;

  private RealHelm(Path program, Path home) {
    this.program = program;
    this.home = home;
  }

  /**
   * What a run of Helm left.
   *
   * @param status its exit status
   * @param out its standard output
   * @param err its standard error
   */
  public record Run(int status, String out, String err) {

    /**
     * The standard output of a run that has to succeed.
     *
     * @throws IllegalStateException if it failed
     */
    public String orFail() {
      if (status != 0) {
        throw new IllegalStateException("helm ended with status " + status + ": " + err);
      }
      return out;
    }
  }

  /** The first Helm on the PATH, if it is of the right version; empty else. */
  public static Optional<RealHelm> find() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "helm"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(RealHelm::of)
        .filter(RealHelm::isTheJudge);
  }

  private static RealHelm of(Path program) {
    try {
      RealHelm helm = new RealHelm(program, Files.createTempDirectory("real-helm"));
      Runtime.getRuntime().addShutdownHook(new Thread(helm::close, "clean up after helm"));
      return helm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isTheJudge() {
    Run version = run(Map.of(), home, List.of("version", "--short"));
    return version.status() == 0 && version.out().startsWith(VERSION);
  }

  /**
   * Runs Helm as the administrator of a cluster.
   *
   * @param arguments what follows {@code helm}
   */
  public Run run(ControlPlane cluster, String... arguments) {
    return run(
        Map.of("KUBECONFIG", cluster.kubeconfig().toString()),
        Path.of("").toAbsolutePath(),
        List.of(arguments));
  }

  /**
   * Runs Helm.
   *
   * @param environment what to add to this process's environment
   * @param directory where it runs
   * @param arguments what follows {@code helm}
   */
  public Run run(Map<String, String> environment, Path directory, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    try {
      Path out = Files.createTempFile(home, "helm", ".out");
      Path err = Files.createTempFile(home, "helm", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      for (String variable : List.of("HELM_CACHE_HOME", "HELM_CONFIG_HOME", "HELM_DATA_HOME")) {
        builder.environment().put(variable, home.resolve(variable).toString());
      }
      builder.environment().putAll(environment);
      int status = builder.start().waitFor();
      return new Run(status, take(out), take(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while helm ran", e);
    }
  }

  private static String take(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }

  /** Deletes its settings and caches. */
  @Override
  public void close() {
    Directories.delete(home);
  }
}
