package dev.pintle.cli.console;

import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and writes. Text is written as the bytes that Go would hold, so that what
 * is not UTF-8 in a chart comes out as it went in.
 *
 * <p>What people read goes through {@link Visible}: whatever a chart, a record or a server is
 * called, it does not steer the terminal. Only documents that programs read are written as they
 * are.
 */
public final class Console {

  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;

  /** Reads and writes there; whoever opened the streams closes them. */
  public Console(PrintStream out, PrintStream err, InputStream in) {
    this.out = out;
    this.err = err;
    this.in = in;
  }

  /** Writes to standard output, for people. */
  public void out(String text) {
    write(out, Visible.text(text));
  }

  /**
   * Writes to standard output what programs read: a manifest, values, JSON. Its bytes are those
   * that it has, unless a person at a terminal is what it would be sent to.
   */
  public void document(String text) {
    write(out, Visible.isVisible(text) || !isInteractive() ? text : Visible.text(text));
  }

  /** Writes to standard error. */
  public void err(String text) {
    write(err, Visible.text(text));
  }

  /** Writes a line on the terminal over the one that was written so before, and sends it. */
  public void overwrite(String line) {
    write(err, CLEAR_LINE + Visible.name(line));
    flush();
  }

  private static void write(PrintStream stream, String text) {
    byte[] bytes = GoStrings.toBytes(text);
    stream.write(bytes, 0, bytes.length);
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
