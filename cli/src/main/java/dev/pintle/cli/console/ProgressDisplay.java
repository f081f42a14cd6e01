package dev.pintle.cli.console;

import dev.pintle.apply.Progress;
import dev.pintle.apply.ProgressListener;
import dev.pintle.apply.Readiness;
import dev.pintle.go.strings.GoStrings;
import java.util.List;

/**
 * Shows on a terminal what an operation does: one line on standard error that is written over, and
 * is gone in the end. Where nobody watches, nothing is shown but what hooks' pods have printed and
 * want to be seen.
 */
public final class ProgressDisplay implements ProgressListener, AutoCloseable {

  private static final int WIDTH = 100;

  private final Console console;
  private final boolean shown;
  private boolean begun;

  private ProgressDisplay(Console console, boolean shown) {
    this.console = console;
    this.shown = shown;
  }

  /** Shows progress if a person is watching. */
  public static ProgressDisplay on(Console console) {
    return new ProgressDisplay(console, console.isInteractive());
  }

  /** Shows whoever may be watching; for tests. */
  static ProgressDisplay always(Console console) {
    return new ProgressDisplay(console, true);
  }

  @Override
  public void on(Progress event) {
    if (event instanceof Progress.HookPrinted printed) {
      close();
      console.err(Console.logLine("INFO", withoutLineEnd(printed.text()), null));
      return;
    }
    if (!shown) {
      return;
    }
    if (event instanceof Progress.AwaitingHold hold) {
      show("waiting to see whether " + hold.holder() + " still works on the release");
    } else if (event instanceof Progress.Recovered recovered) {
      show("taking over revision " + recovered.revision() + ", which was left unfinished");
    } else if (event instanceof Progress.ObjectDone object) {
      show(object.done() + " of " + object.total() + " objects: " + object.outcome().object());
    } else if (event instanceof Progress.HookStarted hook) {
      show(hook.event().helmName() + " hook: " + hook.object());
    } else if (event instanceof Progress.Waiting waiting) {
      show(waiting(waiting));
    } else if (event instanceof Progress.Undoing undoing) {
      show("undoing: " + undoing.why());
    }
  }

  private static String waiting(Progress.Waiting waiting) {
    List<Readiness> notReady = waiting.notReady();
    if (notReady.isEmpty()) {
      return "all " + waiting.total() + " objects are ready";
    }
    Readiness first = notReady.get(0);
    return (waiting.total() - notReady.size())
        + " of "
        + waiting.total()
        + " objects ready; waiting for "
        + first.object()
        + (first.message().isEmpty() ? "" : ": " + first.message());
  }

  private void show(String text) {
    String line = oneLine(text);
    String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    console.overwrite(cut);
    begun = true;
  }

  private static String withoutLineEnd(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  /** White space of any length is a blank. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    boolean inSpace = false;
    for (int i = 0; i < text.length(); i++) {
      boolean isSpace = GoStrings.isSpace(text.charAt(i));
      line.append(isSpace ? inSpace ? "" : " " : text.substring(i, i + 1));
      inSpace = isSpace;
    }
    return line.toString();
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (begun) {
      begun = false;
      console.overwrite("");
    }
  }
}
