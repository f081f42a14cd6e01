package dev.pintle.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Says what is wrong with a command line, in the words that Helm has for it. */
final class UsageError {

  private UsageError() {}

  static int report(Console console, CommandLine.ParameterException e) {
    console.err("Error: " + message(e) + "\n");
    return 1;
  }

  private static String message(CommandLine.ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (first.startsWith("--")) {
        int equals = first.indexOf('=');
        return "unknown flag: " + (equals < 0 ? first : first.substring(0, equals));
      } else if (first.startsWith("-") && first.length() > 1) {
        return "unknown shorthand flag: '" + first.charAt(1) + "' in " + first;
      }
      return unknownCommand(spec, first, unmatched.getSuggestions());
    } else if (e instanceof CommandLine.MissingParameterException missing
        && !missing.getMissing().isEmpty()
        && missing.getMissing().get(0) instanceof CommandLine.Model.OptionSpec option) {
      return "flag needs an argument: " + option.longestName();
    }
    return e.getMessage();
  }

  private static String unknownCommand(CommandSpec spec, String name, List<String> suggestions) {
    StringBuilder text =
        new StringBuilder(
            "unknown command \"" + name + "\" for \"" + spec.qualifiedName() + "\"\n");
    if (!suggestions.isEmpty()) {
      text.append("\nDid you mean this?\n");
      suggestions.forEach(suggestion -> text.append('\t').append(suggestion).append('\n'));
    }
    return text.append("\nRun '")
        .append(spec.qualifiedName())
        .append(" --help' for usage.")
        .toString();
  }
}
