package dev.pintle.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * What Pintle throws when a chart, its values or its templates are at fault.
 *
 * <p>{@link #getMessage()} is what Helm prints after {@code Error: }, letter for letter where Helm
 * fails too; {@link #diagnostics()} has the same and more as data.
 */
public class PintleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private transient List<Diagnostic> warnings = List.of();

  /** An exception with Helm's message and what is known of it. */
  public PintleException(String helmMessage, List<Diagnostic> diagnostics) {
    super(helmMessage);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** An exception with several findings that another exception caused. */
  public PintleException(String helmMessage, List<Diagnostic> diagnostics, Throwable cause) {
    super(helmMessage, cause);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** An exception with one finding. */
  public PintleException(String helmMessage, Diagnostic diagnostic) {
    this(helmMessage, List.of(diagnostic));
  }

  /** An exception with one finding that another exception caused. */
  public PintleException(String helmMessage, Diagnostic diagnostic, Throwable cause) {
    super(helmMessage, cause);
    this.diagnostics = List.of(diagnostic);
  }

  /** An exception of which only the kind and the message are known. */
  public PintleException(Diagnostic.Kind kind, String helmMessage) {
    this(helmMessage, Diagnostic.of(kind, helmMessage, null));
  }

  /** What was found; all findings of the stage that failed. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** What had been warned of before it came to this. */
  public List<Diagnostic> warnings() {
    return warnings;
  }

  /** Adds what had been warned of before those warnings that it has. */
  public final void addEarlierWarnings(List<Diagnostic> earlier) {
    List<Diagnostic> all = new ArrayList<>(earlier);
    all.addAll(warnings);
    warnings = List.copyOf(all);
  }
}
