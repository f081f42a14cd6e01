package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.go.strconv.GoQuotes;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags that say what is waited for, and how long. */
final class WaitOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private TimeoutOption timeout;

  @Option(
      names = "--wait",
      paramLabel = "WaitStrategy[=watcher]",
      arity = "0..1",
      fallbackValue = "watcher",
      description =
          "wait until resources are ready (up to --timeout). Use '--wait' alone for 'watcher'"
              + " strategy, or specify one of: 'watcher', 'hookOnly', 'legacy'. Default when flag"
              + " is omitted: 'hookOnly'.")
  private String wait = "hookOnly";

  void addTo(ApplyOptions.Builder options, Console console) {
    options.timeout(timeout.duration()).wait(strategy(console));
  }

  void addTo(UninstallOptions.Builder options, Console console) {
    options.timeout(timeout.duration()).wait(strategy(console));
  }

  private WaitStrategy strategy(Console console) {
    for (WaitStrategy strategy : WaitStrategy.values()) {
      if (strategy.helmName().equals(wait)) {
        return strategy;
      }
    }
    if (wait.equals("true") || wait.equals("false")) {
      WaitStrategy meant = wait.equals("true") ? WaitStrategy.WATCHER : WaitStrategy.HOOK_ONLY;
      console.warn(
          "--wait="
              + wait
              + " is deprecated (boolean value) and can be replaced with --wait="
              + meant.helmName());
      return meant;
    }
    throw UsageError.ofFlag(
        command,
        "--wait",
        wait,
        "invalid wait input "
            + GoQuotes.quote(wait)
            + ". Valid inputs are watcher, hookOnly, and legacy");
  }
}
