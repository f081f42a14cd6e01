package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyMethod;
import dev.pintle.cli.flag.UsageError;
import picocli.CommandLine.Option;

/** {@code --server-side} of commands that go on with a release. */
public final class ServerSideOption {

  @Option(
      names = "--server-side",
      paramLabel = "string",
      description =
          "must be \"true\", \"false\" or \"auto\". Object updates run in the server instead of the"
              + " client (\"auto\" defaults the value from the previous chart release's method)"
              + " (default \"auto\")")
  private String serverSide = "auto";

  /**
   * Who works out what changes.
   *
   * @throws dev.pintle.diagnostic.PintleException with Helm's message for what it does not know
   */
  public ApplyMethod method() {
    return switch (serverSide) {
      case "auto" -> ApplyMethod.AUTO;
      case "true" -> ApplyMethod.SERVER_SIDE;
      case "false" -> ApplyMethod.CLIENT_SIDE;
      default ->
          throw UsageError.of("invalid/unknown release server-side apply method: " + serverSide);
    };
  }

  /** The same for a first install, which Helm leaves to the server unless it is told not to. */
  public ApplyMethod methodOfInstall() {
    return serverSide.equals("false") ? ApplyMethod.CLIENT_SIDE : ApplyMethod.SERVER_SIDE;
  }
}
