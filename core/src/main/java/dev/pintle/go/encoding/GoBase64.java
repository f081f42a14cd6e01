package dev.pintle.go.encoding;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 as Go's {@code encoding/base64} reads it: with padding, and newlines anywhere. Stateless.
 */
public final class GoBase64 {

  private GoBase64() {}

  /**
   * Decodes a text.
   *
   * @throws IllegalArgumentException with Go's message, which has the place of the fault
   */
  public static byte[] decode(byte[] text) {
    if (text.length % 4 == 0) {
      try {
        return Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        return decodeSlowly(text); // newlines, or a fault that it finds the place of
      }
    }
    return decodeSlowly(text);
  }

  private static byte[] decodeSlowly(byte[] text) {
    byte[] out = new byte[text.length / 4 * 3 + 3];
    int size = 0;
    int at = 0;
    while (at < text.length) {
      int block = 0;
      int digits = 0;
      boolean padded = false;
      while (digits < 4 && !padded) {
        if (at == text.length) {
          if (digits == 0) {
            break;
          }
          throw corrupt(at - digits);
        }
        byte c = text[at++];
        int digit = digit(c);
        if (digit >= 0) {
          block = block << 6 | digit;
          digits++;
        } else if (c == '=') {
          at = endOfPadding(text, at, digits);
          padded = true;
        } else if (!isNewline(c)) {
          throw corrupt(at - 1);
        }
      }
      block <<= 6 * (4 - digits);
      for (int i = 0; i < digits - 1; i++) {
        out[size++] = (byte) (block >> 16 - 8 * i);
      }
    }
    return Arrays.copyOf(out, size);
  }

  /** After the first padding sign: the second one, if it must follow, and then nothing. */
  private static int endOfPadding(byte[] text, int from, int digits) {
    if (digits < 2) {
      throw corrupt(from - 1);
    }
    int at = from;
    if (digits == 2) {
      at = skipNewlines(text, at);
      if (at == text.length) {
        throw corrupt(at);
      }
      if (text[at] != '=') {
        throw corrupt(at - 1);
      }
      at++;
    }
    at = skipNewlines(text, at);
    if (at < text.length) {
      throw corrupt(at);
    }
    return at;
  }

  private static int skipNewlines(byte[] text, int from) {
    int at = from;
    while (at < text.length && isNewline(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isNewline(byte c) {
    return c == '\n' || c == '\r';
  }

  private static int digit(byte c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    } else if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    } else if (c >= '0' && c <= '9') {
      return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }

  private static IllegalArgumentException corrupt(int offset) {
    return new IllegalArgumentException("illegal base64 data at input byte " + offset);
  }
}
