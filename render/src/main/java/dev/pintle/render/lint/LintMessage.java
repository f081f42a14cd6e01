package dev.pintle.render.lint;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.wording.Visible;
import java.util.Objects;

/**
 * One finding of a linter.
 *
 * @param severity how bad it is
 * @param path the file or directory in the chart, as Helm names it; with line and column if Helm
 *     does not look for what was found
 * @param text what is wrong
 * @param diagnostic the same as data, with its place; null if no more is known
 */
public record LintMessage(Severity severity, String path, String text, Diagnostic diagnostic) {

  /** How bad a finding is, the least first. */
  public enum Severity {
    INFO,
    WARNING,
    ERROR
  }

  /** Nothing but the diagnostic may be null. */
  public LintMessage {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(path);
    Objects.requireNonNull(text);
  }

  /** True if it is at least that bad. */
  public boolean isAtLeast(Severity least) {
    return severity.compareTo(least) >= 0;
  }

  /** The line that {@code helm lint} prints. */
  @Override
  public String toString() {
    return "[" + severity + "] " + Visible.name(path) + ": " + text;
  }
}
