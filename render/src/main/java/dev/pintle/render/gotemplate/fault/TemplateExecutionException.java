package dev.pintle.render.gotemplate.fault;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import java.util.List;

/**
 * A template failed while it ran. {@link #getMessage()} is what Helm prints; the diagnostic has the
 * innermost failure, its place, and the calls that led there.
 */
public final class TemplateExecutionException extends PintleException {

  private static final long serialVersionUID = 1L;

  TemplateExecutionException(String message, List<Diagnostic> diagnostics, Throwable cause) {
    super(message, diagnostics, cause);
  }
}
