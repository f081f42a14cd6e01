package dev.pintle.cli.diff;

import dev.pintle.apply.Plan;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.UsageError;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flag that says in which form differences are printed. */
final class DifferenceOutput {

  /** The exit code when there are differences. */
  static final int SOME = 2;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Function<DifferenceReport, String> format = DifferenceReport::text;
  private boolean forPrograms;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "format",
      description = "prints the output in the specified format. Allowed values: text, json, diff")
  void setFormat(String name) {
    forPrograms = name.equals("json");
    format =
        switch (name) {
          case "text" -> DifferenceReport::text;
          case "json" -> DifferenceReport::json;
          case "diff" -> DifferenceReport::diff;
          default -> throw UsageError.ofFlag(command, "-o, --output", name, "invalid format type");
        };
  }

  /** Prints a plan, and what would make it fail; gives the exit status. */
  int print(Console console, Plan plan, String release) {
    print(console, DifferenceReport.of(plan, release));
    console.err(DifferenceReport.obstacles(plan));
    if (!plan.obstacles().isEmpty()) {
      return 1;
    }
    return plan.changes().isEmpty() ? 0 : SOME;
  }

  void print(Console console, DifferenceReport report) {
    if (forPrograms) {
      console.document(format.apply(report));
    } else {
      console.out(format.apply(report));
    }
  }
}
