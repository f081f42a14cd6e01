package dev.pintle.cli.console;

import dev.pintle.values.GoQuotes;
import dev.pintle.values.GoStrings;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes. Text is written as the bytes that Go would hold, so that what
 * is not UTF-8 in a chart comes out as it went in.
 */
public final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;

  /** Reads and writes there; whoever opened the streams closes them. */
  public Console(PrintStream out, PrintStream err, InputStream in) {
    this.out = out;
    this.err = err;
    this.in = in;
  }

  /** Writes to standard output. */
  public void out(String text) {
    byte[] bytes = GoStrings.toBytes(text);
    out.write(bytes, 0, bytes.length);
  }

  /** Writes to standard error. */
  public void err(String text) {
    byte[] bytes = GoStrings.toBytes(text);
    err.write(bytes, 0, bytes.length);
  }

  /** Writes a warning as Helm's log has it. */
  public void warn(String message) {
    err(logLine("WARN", message, null));
  }

  /**
   * A line as Helm's log has it.
   *
   * @param fields as they are written; null or empty for none
   */
  static String logLine(String level, String message, String fields) {
    String line = "level=" + level + " " + GoQuotes.logField("msg", message);
    return fields == null || fields.isEmpty() ? line + "\n" : line + " " + fields + "\n";
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /**
   * True if a person is watching, so that progress is worth showing. From JDK 22 on there is always
   * a console, which has to be asked whether it is a terminal; before, there was none otherwise.
   */
  public boolean isInteractive() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJdk) {
      return true;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends what was written and is still held. */
  public void flush() {
    out.flush();
    err.flush();
  }
}
