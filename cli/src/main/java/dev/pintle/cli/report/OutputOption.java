package dev.pintle.cli.report;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.UsageError;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flag that says in which form a result is printed. */
public final class OutputOption {

  /** The forms. */
  enum Format {
    TABLE,
    JSON,
    YAML
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Format format = Format.TABLE;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "format",
      description = "prints the output in the specified format. Allowed values: table, json, yaml")
  void setFormat(String name) {
    format =
        switch (name) {
          case "table" -> Format.TABLE;
          case "json" -> Format.JSON;
          case "yaml" -> Format.YAML;
          default -> throw UsageError.ofFlag(command, "-o, --output", name, "invalid format type");
        };
  }

  /** True if the result is for people. */
  public boolean isTable() {
    return format == Format.TABLE;
  }

  /**
   * Prints a result.
   *
   * @param table its text for people, each line with its end
   * @param data the same as values, for programs; maps are written in their order in JSON
   */
  public void print(Console console, Supplier<String> table, Supplier<Object> data) {
    switch (format) {
      case TABLE -> console.out(table.get());
      case JSON -> console.document(GoEncoding.json(data.get()) + "\n");
      case YAML -> console.document(GoEncoding.yaml(data.get()));
    }
  }
}
