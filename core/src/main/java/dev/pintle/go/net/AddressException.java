package dev.pintle.go.net;

/** A text is no URL, or no IP address; the message is Go's. */
public final class AddressException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AddressException(String message) {
    super(message, null, false, false);
  }
}
