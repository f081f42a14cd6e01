package dev.pintle.testing;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import java.util.List;

/**
 * Why a chart could not be rendered, as a test expected it.
 *
 * @param exception what was thrown
 */
public record RenderFailure(PintleException exception) {

  /** Helm's message. */
  public String message() {
    return exception.getMessage();
  }

  /** The same and more as data. */
  public List<Diagnostic> diagnostics() {
    return exception.diagnostics();
  }
}
