package dev.pintle.apply.fabric8.patch;

/** Objects that no patch can be made of. Its message is that of Kubernetes' own patch maker. */
public final class PatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PatchException(String message) {
    super(message);
  }
}
