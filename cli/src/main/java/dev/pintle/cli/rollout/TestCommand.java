package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.HookOutcome;
import dev.pintle.apply.TestOptions;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.Interruption;
import dev.pintle.cli.console.ProgressDisplay;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.cli.flag.UsageError;
import dev.pintle.cli.report.ReleaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pintle test}. */
@Command(
    name = "test",
    header = "run tests for a release",
    customSynopsis = "pintle test [RELEASE] [flags]",
    description = {
      "The test command runs the tests for a release.",
      "",
      "The argument this command takes is the name of a deployed release.",
      "The tests to be run are defined in the chart that was installed."
    })
public final class TestCommand implements Callable<Integer> {

  private static final String INCLUDE = "name=";
  private static final String EXCLUDE = "name=";

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;
  @Mixin private GlobalOptions globalOptions;
  @Mixin private TimeoutOption timeout;

  @Option(
      names = "--filter",
      paramLabel = "strings",
      description =
          "specify tests by attribute (currently \"name\") using attribute=value syntax or"
              + " '!attribute=value' to exclude a test (can specify multiple or separate values"
              + " with commas: name=test1,name=test2)")
  private List<String> filters = new ArrayList<>();

  @Option(
      names = "--logs",
      description =
          "dump the logs from test pods (this runs after all tests are complete, but before any"
              + " cleanup)")
  private boolean logs;

  @Parameters(hidden = true)
  private List<String> arguments = new ArrayList<>();

  private final Console console;

  public TestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    UsageError.requireExactly(spec, 1, arguments);
    String name = arguments.get(0);
    try (GlobalOptions.Connected cluster = globalOptions.connect();
        ProgressDisplay progress = ProgressDisplay.on(console);
        Interruption interruption = Interruption.watch(console, name)) {
      TestOptions options =
          TestOptions.of(
              builder -> {
                builder.timeout(timeout.duration()).progress(progress);
                builder.cancellation(interruption.cancellation());
                select(builder);
              });
      try {
        ApplyResult result = cluster.applier().test(name, cluster.namespace(), options);
        progress.close();
        print(result);
      } catch (ApplyException e) {
        progress.close();
        e.result().ifPresent(this::print);
        throw e;
      }
    }
    return 0;
  }

  /** The name after {@code !name=}, with one blank in it or none; the whole text if it has none. */
  private static String excluded(String filter) {
    if (!filter.startsWith("!")) {
      return filter;
    }
    boolean blank = filter.length() > 1 && " \t\n\u000b\f\r".indexOf(filter.charAt(1)) >= 0;
    String rest = filter.substring(blank ? 2 : 1);
    return rest.startsWith(EXCLUDE) ? rest.substring(EXCLUDE.length()) : filter;
  }

  private void select(TestOptions.Builder builder) {
    for (String filter : filters) {
      String without = excluded(filter);
      if (filter.startsWith(INCLUDE)) {
        builder.only(filter.substring(INCLUDE.length()));
      } else if (!without.equals(filter)) {
        builder.without(without);
      }
    }
    if (logs) {
      builder.logs();
    }
  }

  private void print(ApplyResult result) {
    if (result.record() == null) {
      return;
    }
    console.out(ReleaseReport.of(result.record(), false, false).text(false));
    if (logs) {
      console.out("\n");
      result.hooks().stream().map(HookOutcome::log).forEach(console::out);
    }
  }
}
