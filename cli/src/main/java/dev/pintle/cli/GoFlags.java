package dev.pintle.cli;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.values.GoQuotes;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Brings a command line from the form that Helm's users write, which is that of Go's pflag, into
 * the form that the parser takes: {@code --flag=false} for a boolean, and {@code --dry-run} without
 * a value.
 */
final class GoFlags {

  private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
  private static final List<String> FALSE = List.of("0", "f", "F", "false", "FALSE", "False");

  private GoFlags() {}

  static String[] normalize(CommandSpec root, String... arguments) {
    List<String> result = new ArrayList<>();
    CommandSpec command = root;
    int at = 0;
    while (at < arguments.length && !arguments[at].equals("--")) {
      String argument = arguments[at++];
      if (!argument.startsWith("-") && command.subcommands().containsKey(argument)) {
        command = command.subcommands().get(argument).getCommandSpec();
        result.add(argument);
      } else if (argument.startsWith("--")) {
        addFlag(command, argument, result);
        OptionSpec option = command.optionsMap().get(argument);
        if (option != null && takesNextArgument(option) && at < arguments.length) {
          result.add(arguments[at++]);
        }
      } else {
        result.add(argument);
      }
    }
    while (at < arguments.length) {
      result.add(arguments[at++]);
    }
    return result.toArray(String[]::new);
  }

  private static boolean takesNextArgument(OptionSpec option) {
    return option.arity().min() > 0;
  }

  private static void addFlag(CommandSpec command, String argument, List<String> result) {
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    OptionSpec option = command.optionsMap().get(name);
    boolean isBoolean = option != null && option.arity().max() == 0;
    if (equals < 0) {
      boolean optional = option != null && option.arity().min() == 0 && option.arity().max() > 0;
      result.add(optional ? argument + "=" + option.fallbackValue() : argument);
    } else if (!isBoolean) {
      result.add(argument);
    } else if (isTrue(name, argument.substring(equals + 1))) {
      result.add(name);
    }
  }

  private static boolean isTrue(String flag, String value) {
    if (TRUE.contains(value)) {
      return true;
    } else if (FALSE.contains(value)) {
      return false;
    }
    String quoted = GoQuotes.quote(value);
    throw new PintleException(
        Diagnostic.Kind.SET_FLAG,
        "invalid argument "
            + quoted
            + " for \""
            + flag
            + "\" flag: strconv.ParseBool: parsing "
            + quoted
            + ": invalid syntax");
  }
}
