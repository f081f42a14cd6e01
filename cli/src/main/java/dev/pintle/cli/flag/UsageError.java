package dev.pintle.cli.flag;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strconv.GoQuotes;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Says what is wrong with a command line, in the words that Helm has for it. */
public final class UsageError {

  /** How far a word may be from a command's name to be taken for it, as cobra has it. */
  private static final int NEAR = 2;

  private UsageError() {}

  /** Prints what is wrong and gives the exit status. */
  public static int report(Console console, CommandLine.ParameterException e) {
    console.err("Error: " + ErrorReport.message(message(e)) + "\n");
    return 1;
  }

  /** What Helm says of a flag that is given what it cannot be; with all names of the flag. */
  public static String aboutFlag(String flag, String value, String why) {
    return "invalid argument " + GoQuotes.quote(value) + " for \"" + flag + "\" flag: " + why;
  }

  /** Refuses what a flag was given, as {@link #aboutFlag} says it. */
  public static CommandLine.ParameterException ofFlag(
      CommandSpec spec, String flag, String value, String why) {
    return new CommandLine.ParameterException(spec.commandLine(), aboutFlag(flag, value, why));
  }

  /**
   * What Go says of a text that it does not read.
   *
   * @param function of Go's {@code strconv}
   */
  public static String unreadable(String function, String text) {
    return "strconv." + function + ": parsing " + GoQuotes.quote(text) + ": invalid syntax";
  }

  /** What a command refuses that knows its flags, but not what they ask for. */
  public static PintleException of(String message) {
    return new PintleException(Diagnostic.Kind.VALUES, message);
  }

  /**
   * Refuses any other number of arguments.
   *
   * @throws CommandLine.ParameterException with Helm's message
   */
  public static void requireExactly(CommandSpec spec, int number, List<String> arguments) {
    if (arguments.size() != number) {
      String noun = number == 1 ? " argument" : " arguments";
      throw ofArguments(spec, "requires " + number + noun);
    }
  }

  /**
   * Refuses a command line without arguments.
   *
   * @throws CommandLine.ParameterException with Helm's message
   */
  public static void requireAtLeastOne(CommandSpec spec, List<String> arguments) {
    if (arguments.isEmpty()) {
      throw ofArguments(spec, "requires at least 1 argument");
    }
  }

  /**
   * Refuses arguments.
   *
   * @param rule what the command does with them
   */
  public static CommandLine.ParameterException ofArguments(CommandSpec spec, String rule) {
    return new CommandLine.ParameterException(spec.commandLine(), aboutArguments(spec, rule));
  }

  private static String aboutArguments(CommandSpec spec, String rule) {
    return "\"%s\" %s\n\nUsage:  %s".formatted(spec.qualifiedName(), rule, HelpText.usage(spec));
  }

  private static String message(CommandLine.ParameterException e) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      return spec.subcommands().isEmpty()
          ? aboutArguments(spec, tooMany(spec))
          : unknownCommand(spec, unmatched.getUnmatched().get(0));
    } else if (e instanceof CommandLine.MissingParameterException missing
        && !missing.getMissing().isEmpty()) {
      return missing.getMissing().get(0) instanceof CommandLine.Model.OptionSpec flag
          ? "required flag(s) \"" + flag.longestName().substring(2) + "\" not set"
          : aboutArguments(spec, "requires 1 argument");
    }
    return e.getMessage();
  }

  private static String tooMany(CommandSpec spec) {
    return spec.positionalParameters().isEmpty() ? "accepts no arguments" : "requires 1 argument";
  }

  private static String unknownCommand(CommandSpec spec, String word) {
    StringBuilder text =
        new StringBuilder("unknown command \"" + word + "\" for \"" + spec.qualifiedName() + "\"");
    List<String> near = near(spec, word);
    if (!near.isEmpty()) {
      text.append("\n\nDid you mean this?\n");
      near.forEach(name -> text.append('\t').append(name).append('\n'));
    }
    return text.append("\nRun '")
        .append(spec.qualifiedName())
        .append(" --help' for usage.")
        .toString();
  }

  private static List<String> near(CommandSpec spec, String word) {
    List<String> names = new ArrayList<>();
    for (String name : spec.subcommands().keySet()) {
      if (name.startsWith(word) || distance(word, name) <= NEAR) {
        names.add(name);
      }
    }
    return names;
  }

  /** How many letters are to be added, taken or changed to get from one word to the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
