package dev.pintle.render.function.encoding;

import dev.pintle.render.function.FunctionException;
import java.io.ByteArrayOutputStream;

/** Base32 as Go's {@code encoding/base32} writes and reads it. */
final class Base32Text {

  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32Text() {}

  /** Encodes bytes, with padding. */
  static String encode(byte[] bytes) {
    StringBuilder out = new StringBuilder((bytes.length + 4) / 5 * 8);
    for (int from = 0; from < bytes.length; from += 5) {
      int count = Math.min(5, bytes.length - from);
      long block = 0;
      for (int i = 0; i < 5; i++) {
        block = block << 8 | (i < count ? bytes[from + i] & 0xFF : 0);
      }
      int digits = (count * 8 + 4) / 5;
      for (int i = 0; i < 8; i++) {
        int digit = (int) (block >>> 35 - 5 * i) & 31;
        out.append(i < digits ? DIGITS.charAt(digit) : '=');
      }
    }
    return out.toString();
  }

  /**
   * Decodes a text; newlines are left out of it first.
   *
   * @throws FunctionException with Go's message, which has the place of the fault
   */
  static byte[] decode(byte[] text) {
    byte[] source = withoutNewlines(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream(source.length / 8 * 5 + 5);
    int at = 0;
    boolean padded = false;
    while (at < source.length && !padded) {
      long block = 0;
      int digits = 0;
      while (digits < 8 && !padded) {
        if (at == source.length) {
          throw corrupt(at - digits);
        }
        byte c = source[at++];
        int digit = c < 0 ? -1 : DIGITS.indexOf(c);
        if (c == '=' && digits >= 2 && source.length - at < 8) {
          checkPadding(source, at, digits);
          padded = true;
        } else if (digit < 0) {
          throw corrupt(at - 1);
        } else {
          block = block << 5 | digit;
          digits++;
        }
      }
      block <<= 5 * (8 - digits);
      for (int i = 0; i < digits * 5 / 8; i++) {
        out.write((int) (block >>> 32 - 8 * i));
      }
    }
    return out.toByteArray();
  }

  private static void checkPadding(byte[] source, int at, int digits) {
    int left = source.length - at;
    if (left + digits < 7) {
      throw corrupt(source.length);
    }
    for (int i = 0; i < 7 - digits; i++) {
      if (left > i && source[at + i] != '=') {
        throw corrupt(at + i - 1);
      }
    }
    if (digits == 3 || digits == 6) {
      throw corrupt(at - 1); // no number of bytes has so many digits
    }
  }

  private static byte[] withoutNewlines(byte[] text) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(text.length);
    for (byte c : text) {
      if (c != '\n' && c != '\r') {
        kept.write(c);
      }
    }
    return kept.toByteArray();
  }

  private static FunctionException corrupt(int offset) {
    return new FunctionException("illegal base32 data at input byte " + offset);
  }
}
