package dev.pintle.cli.rollout;

import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.Target;
import dev.pintle.cli.cluster.GlobalOptions;
import dev.pintle.cli.console.Console;
import dev.pintle.cli.render.ValuesOptions;
import dev.pintle.limit.Limits;
import picocli.CommandLine.Mixin;

/** The flags of {@code upgrade} that also matter to those who only ask what it would do. */
public final class UpgradeOptions {

  @Mixin private ChartChangeOptions changeOptions;
  @Mixin private EarlierValuesOptions earlierValues;
  @Mixin private ValuesOptions valuesOptions;
  @Mixin private ServerSideOption serverSide;

  /**
   * Refuses what Helm refuses before it begins.
   *
   * @throws dev.pintle.diagnostic.PintleException with Helm's message
   */
  public void check() {
    changeOptions.check();
  }

  /**
   * What is done to a release.
   *
   * @param install whether it is installed where there is none
   */
  public static Mode mode(Target target, boolean install) {
    if (install && target.current() == null) {
      return target.revision() > 1 ? Mode.REPLACE : Mode.INSTALL;
    }
    return Mode.UPGRADE;
  }

  /**
   * Who works out what changes.
   *
   * @throws dev.pintle.diagnostic.PintleException with Helm's message for what it does not know
   */
  public ApplyMethod method(Mode mode) {
    return mode == Mode.UPGRADE ? serverSide.method() : serverSide.methodOfInstall();
  }

  /** What the chart, its rendering and the answers of the cluster may take. */
  public Limits limits() {
    return changeOptions.limits();
  }

  /** The rollout that the flags describe. */
  public ReleaseRollout rollout(GlobalOptions.Connected cluster, Console console) {
    return new ReleaseRollout(cluster, changeOptions, valuesOptions, earlierValues.use(), console);
  }
}
