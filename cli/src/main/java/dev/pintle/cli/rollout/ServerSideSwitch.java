package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyMethod;
import dev.pintle.cli.flag.GoFlags;
import dev.pintle.cli.flag.UsageError;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --server-side} of commands that have nothing before them to go by. */
final class ServerSideSwitch {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--server-side",
      arity = "0..1",
      paramLabel = "",
      fallbackValue = "true",
      description = "object updates run in the server instead of the client (default true)")
  private String serverSide = "true";

  ApplyMethod method() {
    if (!GoFlags.isBoolean(serverSide)) {
      throw UsageError.ofFlag(
          command, "--server-side", serverSide, UsageError.unreadable("ParseBool", serverSide));
    }
    return GoFlags.isTrue(serverSide) ? ApplyMethod.SERVER_SIDE : ApplyMethod.CLIENT_SIDE;
  }
}
