package dev.pintle.cli;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.RenderException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Prints what went wrong: Helm's message first, as it is, then what is known beyond it. */
final class ErrorReport {

  private final StringBuilder text = new StringBuilder();

  private ErrorReport() {}

  /** Prints an error and gives the exit status. */
  static int print(Console console, Exception e, boolean debug) {
    console.err(of(e, debug));
    return 1;
  }

  /** The whole text for an error. */
  static String of(Exception e, boolean debug) {
    ErrorReport report = new ErrorReport();
    report.text.append("Error: ").append(e.getMessage()).append('\n');
    if (e instanceof RenderException && !debug) {
      report.text.append("\nUse --debug flag to render out invalid YAML\n");
    }
    if (e instanceof PintleException known) {
      known.diagnostics().forEach(report::details);
    } else {
      report.stackTrace(e);
    }
    return report.text.toString();
  }

  /** A fault of Pintle itself: nothing that it knows of, so everything there is. */
  private void stackTrace(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    text.append("This is a fault of Pintle, please report it.\n").append(trace);
  }

  private void details(Diagnostic diagnostic) {
    if (diagnostic.position() != null && diagnostic.sourceLine() != null) {
      excerpt(diagnostic);
    }
    for (Diagnostic.Frame frame : diagnostic.chain()) {
      text.append("   included from ").append(frame.position()).append('\n');
    }
    if (diagnostic.hint() != null) {
      text.append("   hint: ").append(diagnostic.hint()).append('\n');
    }
  }

  private void excerpt(Diagnostic diagnostic) {
    String number = Integer.toString(diagnostic.position().line());
    String margin = "   " + " ".repeat(number.length());
    text.append("\n   ").append(diagnostic.position()).append('\n');
    text.append("   ").append(number).append(" | ").append(diagnostic.sourceLine()).append('\n');
    text.append(margin).append(" | ");
    if (diagnostic.position().column() > 0) {
      text.append(" ".repeat(diagnostic.position().column() - 1));
      text.append("^".repeat(Math.max(1, diagnostic.span()))).append(' ');
    }
    text.append(diagnostic.note() == null ? "" : diagnostic.note()).append('\n');
  }
}
