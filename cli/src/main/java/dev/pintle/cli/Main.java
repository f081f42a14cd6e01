package dev.pintle.cli;

import dev.pintle.cli.console.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the {@code pintle} command. */
public final class Main {

  private Main() {}

  /** Runs a command line and exits with its status. */
  public static void main(String[] arguments) {
    Console console =
        new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), System.in);
    int status = PintleCommand.run(console, arguments);
    console.flush();
    System.exit(status);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
