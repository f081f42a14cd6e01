package dev.pintle.cli;

import dev.pintle.cli.console.Console;
import dev.pintle.cli.flag.HelpOption;
import dev.pintle.release.Capabilities;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pintle version}. */
@Command(
    name = "version",
    header = "print the version, and the version of Helm that is followed",
    description = "Show the version of Pintle, and the version of Helm whose behaviour it follows.")
final class VersionCommand implements Callable<Integer> {

  @Mixin private HelpOption help;
  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String version = Main.class.getPackage().getImplementationVersion();
    console.out(
        "pintle "
            + (version == null ? "(from source)" : version)
            + ", follows Helm "
            + Capabilities.standard().helmVersion().version()
            + "\n");
    return 0;
  }
}
