package dev.pintle.cli.render;

import picocli.CommandLine.Option;

/** The flag that asks for warnings that Helm does not have. */
public final class WarnOption {

  @Option(
      names = "--warn",
      description =
          "warn of values that no template and no schema knows, of values whose type changes, and of"
              + " API versions that the Kubernetes version has deprecated or removed")
  private boolean given;

  /** True if they are asked for. */
  public boolean isGiven() {
    return given;
  }
}
