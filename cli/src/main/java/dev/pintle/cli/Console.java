package dev.pintle.cli;

import dev.pintle.values.GoStrings;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes. Text is written as the bytes that Go would hold, so that what
 * is not UTF-8 in a chart comes out as it went in.
 */
final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;

  Console(PrintStream out, PrintStream err, InputStream in) {
    this.out = out;
    this.err = err;
    this.in = in;
  }

  void out(String text) {
    byte[] bytes = GoStrings.toBytes(text);
    out.write(bytes, 0, bytes.length);
  }

  void err(String text) {
    byte[] bytes = GoStrings.toBytes(text);
    err.write(bytes, 0, bytes.length);
  }

  InputStream in() {
    return in;
  }

  /** True if a person is watching, so that progress is worth showing. */
  boolean isInteractive() {
    return System.console() != null;
  }

  void flush() {
    out.flush();
    err.flush();
  }
}
