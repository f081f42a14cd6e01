package dev.pintle.testing.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A server that dies with the JVM that started it, however that ends. Between the two stands a
 * shell that holds the reading end of a pipe: once the writing end is closed, by us or because this
 * process was killed, it kills the server.
 */
final class ServerProcess implements AutoCloseable {

  /** Without it no server can be started. */
  static final Path SHELL = Path.of("/bin/sh");

  private static final String WATCHED =
      """
      exec 3<&0
      "$@" 3<&- </dev/null & server=$!
      { while read -r line; do :; done; kill -KILL "$server"; } <&3 2>/dev/null & watch=$!
      exec 3<&-
      wait "$server"; status=$?
      kill "$watch" 2>/dev/null
      exit "$status"
      """;

  private static final long MILLIS_BETWEEN_LOOKS = 50;
  private static final int LINES_OF_LOG_SHOWN = 20;

  private final String name;
  private final Path log;
  private final Process shell;

  private ServerProcess(String name, Path log, Process shell) {
    this.name = name;
    this.log = log;
    this.shell = shell;
  }

  /**
   * Starts a program.
   *
   * @param log the file that its output is appended to
   */
  static ServerProcess start(String name, Path log, List<String> command) {
    List<String> watched = new ArrayList<>(List.of(SHELL.toString(), "-c", WATCHED, name));
    watched.addAll(command);
    try {
      Process shell =
          new ProcessBuilder(watched)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ServerProcess(name, log, shell);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be started", e);
    }
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  /**
   * Waits until the server is ready.
   *
   * @throws IllegalStateException with the end of its log if it ends by itself, or is not ready in
   *     time
   */
  void await(BooleanSupplier ready, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!ready.getAsBoolean()) {
        if (shell.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException(
              name + " ended with status " + shell.exitValue() + endOfLog());
        }
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException(
              name + " was not ready after " + patience.toSeconds() + " s" + endOfLog());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + name, e);
    }
  }

  /** The last lines of what the server said, to be put after a message. */
  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      int from = Math.max(0, lines.size() - LINES_OF_LOG_SHOWN);
      return "; its log ends:\n" + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "; its log " + log + " cannot be read: " + e.getMessage();
    }
  }

  /** Kills the server as a power failure would, and returns when it is gone. */
  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
      shell.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
