package dev.pintle.cli.rollout;

import dev.pintle.cli.flag.UsageError;
import dev.pintle.go.time.Durations;
import dev.pintle.go.time.TimeFormatException;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --timeout}. */
final class TimeoutOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Duration duration = Duration.ofMinutes(5);

  @Option(
      names = "--timeout",
      paramLabel = "duration",
      description =
          "time to wait for any individual Kubernetes operation (like Jobs for hooks) (default"
              + " 5m0s)")
  void setTimeout(String text) {
    try {
      duration = Duration.ofNanos(Durations.parse(text));
    } catch (TimeFormatException e) {
      throw UsageError.ofFlag(command, "--timeout", text, e.getMessage());
    }
  }

  Duration duration() {
    return duration;
  }
}
