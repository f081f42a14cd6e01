package dev.pintle.cli.flag;

import dev.pintle.cli.console.Console;
import dev.pintle.go.strings.TextParts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reads a command line as Helm does, by the rules of Go's pflag and cobra, and writes it down in
 * the one form that leaves picocli nothing to interpret: the command, then {@code --flag=value} for
 * each flag by its long name, then {@code --} and the arguments.
 *
 * <p>What pflag allows and picocli does not: {@code --debug=false}, flags before the command, a
 * value that looks like a flag, {@code --dry-run} without a value, lists with CSV's quotes. An
 * option's parameter label is its pflag type: {@code strings} is a list in one value.
 */
public final class GoFlags {

  private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");
  private static final List<String> FALSE = List.of("0", "f", "F", "false", "FALSE", "False");
  private static final String LIST = "strings";
  private static final String INT = "int";

  /** How the description of a hidden flag begins that Helm warns of. */
  public static final String DEPRECATED = "has been deprecated, ";

  private final Console console;
  private final List<String> words = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();
  private final Map<String, Boolean> switches = new LinkedHashMap<>();
  private final List<String> flags = new ArrayList<>();
  private final List<String> positionals = new ArrayList<>();
  private CommandLine command;
  private int at;

  private GoFlags(CommandLine root, Console console) {
    this.command = root;
    this.console = console;
  }

  /**
   * Normalizes a command line.
   *
   * @param console told of deprecated flags
   * @throws CommandLine.ParameterException with pflag's message if a flag is not known or has no
   *     fitting value
   */
  public static String[] normalize(CommandLine root, Console console, String... arguments) {
    GoFlags line = new GoFlags(root, console);
    line.findCommand(arguments);
    line.parse();
    line.switches.forEach(
        (name, on) -> {
          if (on) {
            line.flags.add(name);
          }
        });
    line.words.addAll(line.flags);
    if (!line.positionals.isEmpty()) {
      line.words.add("--");
      line.words.addAll(line.positionals);
    }
    return line.words.toArray(String[]::new);
  }

  /** Takes the names of commands out of the line, wherever they stand among the flags. */
  private void findCommand(String... arguments) {
    int next = 0;
    while (next < arguments.length && !arguments[next].equals("--")) {
      String word = arguments[next++];
      Map<String, CommandLine> commands = command.getSubcommands();
      if (isFlag(word)) {
        rest.add(word);
        if (next < arguments.length && takesNext(word)) {
          rest.add(arguments[next++]);
        }
      } else if (positionals.isEmpty() && commands.containsKey(word)) {
        command = commands.get(word);
        words.add(word);
      } else if (!commands.isEmpty()) {
        throw new CommandLine.UnmatchedArgumentException(command, List.of(word));
      } else {
        rest.add(word);
      }
    }
    rest.addAll(Arrays.asList(arguments).subList(next, arguments.length));
  }

  private static boolean isFlag(String word) {
    return word.length() > 1 && word.startsWith("-");
  }

  /** Before the command is known, a flag is looked for in all that may follow. */
  private boolean takesNext(String word) {
    OptionSpec option = find(command.getCommandSpec(), word);
    return option != null && option.arity().min() > 0;
  }

  private static OptionSpec find(CommandSpec spec, String name) {
    OptionSpec own = spec.optionsMap().get(name);
    if (own != null) {
      return own;
    }
    for (CommandLine subcommand : spec.subcommands().values()) {
      OptionSpec option = find(subcommand.getCommandSpec(), name);
      if (option != null) {
        return option;
      }
    }
    return null;
  }

  private void parse() {
    while (at < rest.size()) {
      String word = rest.get(at++);
      if (word.equals("--")) {
        positionals.addAll(rest.subList(at, rest.size()));
        return;
      } else if (!isFlag(word)) {
        positionals.add(word);
      } else if (word.startsWith("--")) {
        longFlag(word);
      } else {
        shortFlags(word);
      }
    }
  }

  private void longFlag(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (name.length() == 2 || name.charAt(2) == '-') {
      throw wrong("bad flag syntax: " + word);
    }
    OptionSpec option = command.getCommandSpec().optionsMap().get(name);
    if (option == null) {
      throw wrong("unknown flag: " + name);
    } else if (equals >= 0) {
      add(option, name, word.substring(equals + 1));
    } else {
      add(option, name, valueAfter(option, name));
    }
  }

  /** {@code -gn ns}: any number of flags without a value, then perhaps one with. */
  private void shortFlags(String word) {
    for (int i = 1; i < word.length(); i++) {
      String name = "-" + word.charAt(i);
      String remaining = word.substring(i + 1);
      OptionSpec option = command.getCommandSpec().optionsMap().get(name);
      String inWord = "'" + word.charAt(i) + "' in -" + word.substring(i);
      if (option == null) {
        throw wrong("unknown shorthand flag: " + inWord);
      } else if (remaining.length() > 1 && remaining.charAt(0) == '=') {
        add(option, option.longestName(), remaining.substring(1));
        return;
      } else if (isSwitch(option) || remaining.isEmpty()) {
        add(option, option.longestName(), valueAfter(option, inWord));
      } else {
        add(option, option.longestName(), remaining);
        return;
      }
    }
  }

  private static boolean isSwitch(OptionSpec option) {
    return option.arity().max() == 0;
  }

  /** The value of a flag that has none of its own. */
  private String valueAfter(OptionSpec option, String shown) {
    if (isSwitch(option)) {
      return "true";
    } else if (option.arity().min() == 0) {
      return option.fallbackValue();
    } else if (at < rest.size()) {
      return rest.get(at++);
    }
    throw wrong("flag needs an argument: " + shown);
  }

  private void add(OptionSpec option, String name, String value) {
    String description = String.join("", option.description());
    if (description.startsWith(DEPRECATED)) {
      console.err("Flag " + name + " " + description + "\n");
    }
    if (isSwitch(option)) {
      switches.put(name, isTrue(option, value));
    } else if (option.paramLabel().equals(LIST)) {
      items(option, value).forEach(item -> flags.add(name + "=" + item));
    } else if (option.paramLabel().equals(INT) && !TextParts.isSignedNumber(value, 18)) {
      throw invalid(option, value, UsageError.unreadable("ParseInt", value));
    } else {
      flags.add(name + "=" + value);
    }
  }

  /** True if Go's {@code strconv.ParseBool} reads a truth value. */
  public static boolean isBoolean(String value) {
    return TRUE.contains(value) || FALSE.contains(value);
  }

  /** True if Go's {@code strconv.ParseBool} reads it as true. */
  public static boolean isTrue(String value) {
    return TRUE.contains(value);
  }

  private List<String> items(OptionSpec option, String value) {
    try {
      return CsvRecord.fields(value);
    } catch (CsvRecord.FormatException e) {
      throw invalid(option, value, e.getMessage());
    }
  }

  private boolean isTrue(OptionSpec option, String value) {
    if (TRUE.contains(value)) {
      return true;
    } else if (FALSE.contains(value)) {
      return false;
    }
    throw invalid(option, value, UsageError.unreadable("ParseBool", value));
  }

  private CommandLine.ParameterException invalid(OptionSpec option, String value, String reason) {
    List<String> names =
        Arrays.stream(option.names()).sorted(Comparator.comparingInt(String::length)).toList();
    return wrong(UsageError.aboutFlag(String.join(", ", names), value, reason));
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(command, message);
  }
}
