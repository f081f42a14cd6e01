package dev.pintle.go.yaml;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Limit;

/**
 * A text is not the YAML that was asked for. {@link #getMessage()} is the text of the error that
 * Go's {@code sigs.k8s.io/yaml} returns, with the line number it gives (which is at times one less
 * than the true one); {@link #position()} is where the fault truly is. The line at fault is
 * withheld: what is read may be a values file or a rendered Secret.
 */
public final class YamlException extends PintleException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  YamlException(String message, String problem, Position position, String sourceLine) {
    super(
        message,
        Diagnostic.of(Diagnostic.Kind.YAML, problem, position).withPrivateSource(sourceLine, 0));
    this.position = position;
  }

  YamlException(String message, Position position) {
    this(message, message, position, null);
  }

  private YamlException(String message, Diagnostic finding, YamlException cause) {
    super(message, finding, cause);
    this.position = cause.position;
  }

  /** The same error, which is that a limit was passed. */
  YamlException beyond(Limit limit) {
    return new YamlException(getMessage(), limit.passed(diagnostics().get(0)), this);
  }

  /** The same error, with what its caller says before it. */
  public YamlException within(String prefix) {
    return new YamlException(prefix + getMessage(), diagnostics().get(0), this);
  }

  /** Where the fault is; null if it is nowhere in particular. */
  public Position position() {
    return position;
  }
}
