package dev.pintle.cli.flag;

import dev.pintle.cli.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that has others below it and, called by itself, tells which. */
public abstract class CommandGroup implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HelpOption help;

  private final Console console;

  /**
   * A group.
   *
   * @param console where the help is written
   */
  protected CommandGroup(Console console) {
    this.console = console;
  }

  @Override
  public final Integer call() {
    console.out(HelpText.of(spec));
    return 0;
  }
}
