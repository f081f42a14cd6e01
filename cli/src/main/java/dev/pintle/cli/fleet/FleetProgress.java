package dev.pintle.cli.fleet;

import dev.pintle.cli.console.Console;
import java.util.function.Consumer;

/**
 * Tells how far a fleet is: on a terminal one line that is written over, and everywhere one line at
 * the end.
 */
final class FleetProgress implements Consumer<FleetRenderer.Outcome> {

  private final int total;
  private final Console console;
  private final long start = System.nanoTime();
  private int done;
  private int failed;

  FleetProgress(int total, Console console) {
    this.total = total;
    this.console = console;
  }

  @Override
  public void accept(FleetRenderer.Outcome outcome) {
    done++;
    if (!outcome.rendered()) {
      failed++;
    }
    if (console.isInteractive()) {
      console.overwrite(done + "/" + total + " " + outcome.id());
    }
  }

  /** Writes the last line; gives the exit status. */
  int finish() {
    if (console.isInteractive()) {
      console.overwrite("");
    }
    console.err(
        "%d releases: %d rendered, %d failed, in %.1f s%n"
            .formatted(total, done - failed, failed, (System.nanoTime() - start) / 1e9));
    return failed > 0 ? 1 : 0;
  }
}
