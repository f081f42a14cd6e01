package dev.pintle.cli;

import dev.pintle.cli.console.Console;
import dev.pintle.go.strings.GoStrings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the command did with a command line, run in this process. */
public record CommandRun(int status, byte[] bytes, String err) {

  public static CommandRun of(String... arguments) {
    return reading("", arguments);
  }

  public static CommandRun reading(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out),
            new PrintStream(err),
            new ByteArrayInputStream(GoStrings.toBytes(input)));
    int status = PintleCommand.run(console, arguments);
    console.flush();
    return new CommandRun(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  public String out() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
