package dev.pintle.render.function.encoding;

import dev.pintle.go.encoding.GoBase64;
import dev.pintle.render.function.FunctionException;

/** Base64 that a template gives to a function. */
public final class Base64Text {

  private Base64Text() {}

  /**
   * Decodes a text.
   *
   * @throws FunctionException with Go's message, which has the place of the fault
   */
  public static byte[] decode(byte[] text) {
    try {
      return GoBase64.decode(text);
    } catch (IllegalArgumentException e) {
      throw new FunctionException(e.getMessage(), e);
    }
  }
}
