package dev.pintle.cli;

import dev.pintle.cli.FeatureCase.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks Pintle, in this process, and the real {@code helm} on the path what they print for a command
 * line about a chart. Paths in the chart's directory begin with {@code ./} in the command line and
 * in the answers.
 */
public final class Asking {

  private static final int SECONDS_OF_HELM = 30;

  /** Helm has no limits: a value that holds itself would fill the memory of the machine. */
  private static final String BOUNDED_HELM = "ulimit -v 6000000 2>/dev/null; exec helm \"$@\"";

  private Asking() {}

  /** Helm runs in the chart's directory, which a JVM cannot do: its paths are put in and out. */
  public static Answer pintle(List<String> arguments, Path chart) {
    String[] resolved =
        arguments.stream()
            .map(argument -> argument.replaceAll("(?<!\\.)\\./", chart + "/"))
            .map(argument -> argument.equals(".") ? chart.toString() : argument)
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(resolved);
    return new Answer(run.status(), relative(run.out(), chart), relative(run.err(), chart));
  }

  /**
   * What Helm does.
   *
   * @throws IOException if there is no Helm
   * @throws TimeoutException if it does not end or dies
   */
  public static Answer helm(List<String> arguments, Path chart)
      throws IOException, InterruptedException, TimeoutException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", BOUNDED_HELM, "helm"));
    command.addAll(arguments);
    Path out = Files.createTempFile("helm", ".out");
    Path err = Files.createTempFile("helm", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(chart.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("TZ", ZoneId.systemDefault().getId());
    Process helm = builder.start();
    helm.getOutputStream().close();
    try {
      if (!helm.waitFor(SECONDS_OF_HELM, TimeUnit.SECONDS)) {
        throw new TimeoutException("helm did not end: " + command);
      } else if (helm.exitValue() > 1) {
        throw new TimeoutException("helm died: " + read(err));
      }
      return new Answer(helm.exitValue(), relative(read(out), chart), relative(read(err), chart));
    } finally {
      helm.destroyForcibly();
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static String relative(String text, Path chart) {
    return text.replace(chart + "/", "./").replace(chart.toString(), ".");
  }
}
