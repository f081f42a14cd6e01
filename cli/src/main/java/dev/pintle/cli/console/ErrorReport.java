package dev.pintle.cli.console;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.render.RenderException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * Prints what went wrong: Helm's message first, as it is, then what is known beyond it: the line
 * with a caret under what is at fault, the calls that led there, and what may help. A line that may
 * hold a value of the user's is shown for {@code --debug} only.
 */
public final class ErrorReport {

  private static final String INDENT = "   ";

  /** What the first line of a message begins with, on stderr and in a linter's report. */
  private static final List<String> BEGINNINGS =
      List.of("Error:", "level=", "[ERROR]", "[WARNING]", "[INFO]", "==> ");

  /** How many calls are shown from each end of a longer chain. */
  private static final int CALLS_FROM_EACH_END = 5;

  /** How much of a long line is shown, and how much of that stands before the fault at most. */
  private static final int LINE_WIDTH = 160;

  private static final int BEFORE_FAULT = 60;
  private static final String CUT = "…";

  /** In place of a line that may hold a secret. */
  private static final String WITHHELD = "  (its line may hold secrets: --debug shows it)";

  private final StringBuilder text = new StringBuilder();

  /** True after a finding that takes one line: those stand together. */
  private boolean endsWithOneLine;

  private ErrorReport() {}

  /** Prints an error and gives the exit status. */
  public static int print(Console console, Exception e, boolean debug) {
    console.err(of(e, debug));
    return 1;
  }

  /** The whole text for an error. */
  public static String of(Exception e, boolean debug) {
    ErrorReport report = new ErrorReport();
    if (e instanceof PintleException known) {
      known.warnings().forEach(report::warning);
    }
    report.text.append("Error: ").append(message(e.getMessage())).append('\n');
    if (e instanceof RenderException && !debug) {
      report.text.append("\nUse --debug flag to render out invalid YAML\n");
    }
    if (e instanceof PintleException known) {
      known.diagnostics().stream()
          .map(found -> debug ? found.revealed() : found)
          .forEach(report::details);
    } else {
      report.stackTrace(e);
    }
    return Visible.text(report.text.toString());
  }

  /**
   * A message as it may be printed: a line in it that looks like the beginning of another message
   * is moved to the right, so that none can be forged.
   *
   * @param message null is printed as such
   */
  public static String message(String message) {
    String shown = String.valueOf(message);
    for (String begin : BEGINNINGS) {
      shown = shown.replace("\n" + begin, "\n" + INDENT + begin);
    }
    return Visible.text(shown);
  }

  /** The text for warnings: those that Helm has as it logs them, others as errors are told. */
  public static String ofWarnings(List<Diagnostic> warnings) {
    ErrorReport report = new ErrorReport();
    warnings.forEach(report::warning);
    return Visible.text(report.text.toString());
  }

  private void warning(Diagnostic warning) {
    if (warning.kind() == Diagnostic.Kind.WARNING || warning.kind() == Diagnostic.Kind.NOTICE) {
      String level = warning.kind() == Diagnostic.Kind.NOTICE ? "INFO" : "WARN";
      text.append(Console.logLine(level, warning.message(), warning.note()));
      return;
    }
    text.append("Warning: ");
    if (warning.position() != null) {
      text.append(warning.position()).append(": ");
    }
    text.append(message(warning.message())).append('\n');
    warning.hints().forEach(this::hint);
  }

  /** A fault of Pintle itself: nothing that it knows of, so everything there is. */
  private void stackTrace(Exception e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    text.append("This is a fault of Pintle, please report it.\n").append(trace);
  }

  private void details(Diagnostic diagnostic) {
    Position position = diagnostic.position();
    if (position != null && diagnostic.sourceLine() != null) {
      excerpt(position, diagnostic);
    } else if (position != null && diagnostic.withheld() != null) {
      gap();
      text.append(INDENT).append(position).append(WITHHELD).append('\n');
    } else if (position != null && position.line() > 0) {
      if (!endsWithOneLine) {
        gap();
      }
      text.append(INDENT)
          .append(position)
          .append("  ")
          .append(message(diagnostic.message()))
          .append('\n');
    } else if (hasMore(diagnostic)) {
      gap();
    }
    endsWithOneLine =
        diagnostic.sourceLine() == null && diagnostic.withheld() == null && !hasMore(diagnostic);
    chain(diagnostic.chain());
    diagnostic.hints().forEach(this::hint);
  }

  /** An empty line, unless there is one. */
  private void gap() {
    if (text.charAt(text.length() - 2) != '\n') {
      text.append('\n');
    }
  }

  private static boolean hasMore(Diagnostic diagnostic) {
    return !diagnostic.chain().isEmpty() || !diagnostic.hints().isEmpty();
  }

  private void excerpt(Position position, Diagnostic diagnostic) {
    String line = diagnostic.sourceLine();
    int characters = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
    int at = line.offsetByCodePoints(0, Math.max(0, characters));
    int from = at > LINE_WIDTH - BEFORE_FAULT ? at - BEFORE_FAULT : 0;
    int to = Math.min(line.length(), from + LINE_WIDTH);
    String number = Integer.toString(position.line());
    gap();
    text.append(INDENT).append(position).append('\n');
    text.append(INDENT).append(number).append(line.isEmpty() ? " |" : " | ");
    text.append(from > 0 ? CUT : "");
    text.append(line, from, to).append(to < line.length() ? CUT : "").append('\n');
    String note = note(diagnostic);
    if (position.column() > 0 || !note.isEmpty()) {
      text.append(INDENT).append(" ".repeat(number.length())).append(" | ");
      if (position.column() > 0) {
        text.append(from > 0 ? " " : "").append(blanks(line.substring(from, at)));
        text.append("^".repeat(Math.max(1, Math.min(diagnostic.span(), to - at))));
      }
      text.append(position.column() > 0 && !note.isEmpty() ? " " : "").append(note).append('\n');
    }
  }

  /** As much room as the text takes, tabs as tabs. */
  private static String blanks(String before) {
    StringBuilder blanks = new StringBuilder();
    before
        .chars()
        .filter(c -> !Character.isLowSurrogate((char) c))
        .forEach(c -> blanks.append(c == '\t' ? '\t' : ' '));
    return blanks.toString();
  }

  private static String note(Diagnostic diagnostic) {
    Diagnostic.Missing missing = diagnostic.missing();
    if (missing == null) {
      return diagnostic.note() == null ? "" : message(diagnostic.note());
    }
    String whole =
        Visible.name(
            "`" + (missing.of().equals(".") ? "" : missing.of()) + "." + missing.name() + "`");
    return switch (missing.found()) {
      case NULL -> whole + " is null";
      case EMPTY -> whole + " is empty";
      case NOTHING ->
          switch (missing.of()) {
            case "" -> "there is no " + whole;
            case "." -> Visible.name("the dot has no `" + missing.name() + "`");
            default -> Visible.name("`" + missing.of() + "` has no `" + missing.name() + "`");
          };
    };
  }

  private void chain(List<Diagnostic.Frame> chain) {
    int hidden = chain.size() - 2 * CALLS_FROM_EACH_END;
    for (int i = 0; i < chain.size(); i++) {
      if (hidden > 1 && i == CALLS_FROM_EACH_END) {
        text.append(INDENT).append("… ").append(hidden).append(" more calls\n");
        i += hidden;
      }
      text.append(INDENT).append("included from ").append(chain.get(i).position()).append('\n');
    }
  }

  private void hint(Hint hint) {
    if (hint instanceof Hint.RenderedBy rendered) {
      text.append(INDENT).append("rendered by ").append(place(rendered.origin())).append('\n');
      text.append(INDENT).append(rendered.origin().line()).append(" | ");
      text.append(rendered.sourceLine()).append('\n');
      return;
    }
    text.append(INDENT).append("hint: ");
    if (hint instanceof Hint.DidYouMean meant) {
      text.append("did you mean `").append(Visible.name(meant.name())).append("`?");
      if (meant.origin() != null) {
        text.append(" It comes from ").append(place(meant.origin()));
      }
    } else if (hint instanceof Hint.ComesFrom origin) {
      text.append('`')
          .append(Visible.name(origin.what()))
          .append("` comes from ")
          .append(place(origin.origin()));
    } else if (hint instanceof Hint.Overrides old) {
      text.append("it overrides ").append(place(old.origin()));
    } else if (hint instanceof Hint.Advice advice) {
      text.append(message(advice.text()));
    }
    text.append('\n');
  }

  /** The file and line; where in the line, one sees. */
  private static Position place(Position position) {
    return new Position(position.file(), position.line(), 0);
  }
}
