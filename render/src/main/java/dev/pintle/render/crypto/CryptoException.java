package dev.pintle.render.crypto;

/** A key or certificate cannot be read or made; the message is Go's. */
public final class CryptoException extends Exception {

  private static final long serialVersionUID = 1L;

  CryptoException(String message) {
    super(message);
  }
}
