package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.patch.PatchException;
import java.util.Optional;

/** An object that could not be brought to the server. Its message is Helm's. */
final class SendException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SendException(String message, ApiException cause) {
    super(message, cause);
  }

  /** One that the server was not asked about. */
  SendException(String message) {
    super(message);
  }

  SendException(PatchException cause) {
    super("failed to create patch: " + cause.getMessage(), cause);
  }

  /** What the server said; empty if it was not asked. */
  Optional<ApiException> answer() {
    return getCause() instanceof ApiException answer ? Optional.of(answer) : Optional.empty();
  }
}
