package dev.pintle.cli.flag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes a command's help in the layout that users of Helm know. */
public final class HelpText {

  private final StringBuilder text = new StringBuilder();

  private HelpText() {}

  /** The whole text for a command. */
  public static String of(CommandSpec spec) {
    HelpText help = new HelpText();
    help.write(spec);
    return help.text.toString();
  }

  /** The one line that says how a command is called. */
  static String usage(CommandSpec spec) {
    String synopsis = String.join("", spec.usageMessage().customSynopsis());
    return synopsis.isEmpty() ? spec.qualifiedName() + " [flags]" : synopsis;
  }

  private void write(CommandSpec spec) {
    text.append(String.join("\n", spec.usageMessage().description())).append("\n\nUsage:\n");
    Map<String, CommandLine> subcommands = spec.subcommands();
    if (subcommands.isEmpty()) {
      text.append("  ").append(usage(spec)).append('\n');
    } else {
      text.append("  ").append(spec.qualifiedName()).append(" [command]\n\nAvailable Commands:\n");
      List<String[]> rows = new ArrayList<>();
      subcommands.forEach(
          (name, command) -> rows.add(new String[] {name, firstLine(command.getCommandSpec())}));
      rows(rows);
    }
    text.append("\nFlags:\n");
    rows(
        spec.options().stream()
            .filter(option -> !option.hidden())
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .map(HelpText::row)
            .toList());
    if (!subcommands.isEmpty()) {
      text.append("\nUse \"")
          .append(spec.qualifiedName())
          .append(" [command] --help\" for more information about a command.\n");
    }
  }

  private static String firstLine(CommandSpec spec) {
    String[] header = spec.usageMessage().header();
    return header.length > 0 ? header[0] : spec.usageMessage().description()[0];
  }

  private static String[] row(OptionSpec option) {
    boolean hasShort = Arrays.stream(option.names()).anyMatch(name -> !name.startsWith("--"));
    String names = (hasShort ? "" : "    ") + String.join(", ", sortedNames(option));
    boolean takesValue = option.arity().max() > 0;
    return new String[] {
      takesValue ? names + " " + option.paramLabel() : names, String.join(" ", option.description())
    };
  }

  private static List<String> sortedNames(OptionSpec option) {
    return Arrays.stream(option.names()).sorted(Comparator.comparingInt(String::length)).toList();
  }

  private void rows(List<String[]> rows) {
    int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    for (String[] row : rows) {
      text.append("  ").append(row[0]).append(" ".repeat(width - row[0].length() + 3));
      text.append(row[1]).append('\n');
    }
  }
}
