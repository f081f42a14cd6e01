package dev.pintle.go.yaml;

/** A value cannot be written as YAML; the message is that of Go's {@code sigs.k8s.io/yaml}. */
public final class YamlWriteException extends Exception {

  private static final long serialVersionUID = 1L;

  YamlWriteException(String message) {
    super(message, null, false, false);
  }
}
