package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import java.util.List;

/**
 * A rendered resource is not what a Java class says it should be: it has fields that the class does
 * not know, or a value that the class cannot hold. Each finding has the template's line.
 */
public final class BindException extends PintleException {

  private static final long serialVersionUID = 1L;

  /**
   * An exception.
   *
   * @param findings at least one
   */
  public BindException(Resource resource, Class<?> type, List<Diagnostic> findings) {
    super(message(resource, type, findings), findings);
  }

  private static String message(Resource resource, Class<?> type, List<Diagnostic> findings) {
    StringBuilder text = new StringBuilder();
    text.append(resource).append(" is not what ").append(type.getName()).append(" knows:");
    for (Diagnostic finding : findings) {
      text.append("\n  ").append(finding.origin()).append(": ").append(finding.message());
    }
    return text.toString();
  }
}
