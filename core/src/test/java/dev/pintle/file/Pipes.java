package dev.pintle.file;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Named pipes for tests, where the system has them. */
public final class Pipes {

  private Pipes() {}

  /** Makes one. */
  public static Path make(Path path) {
    try {
      Process made = new ProcessBuilder("mkfifo", path.toString()).start();
      Assumptions.assumeTrue(made.waitFor() == 0, "no pipes here");
    } catch (IOException e) {
      Assumptions.abort("no mkfifo here");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return path;
  }
}
