package dev.pintle.render.crypto;

import java.util.Base64;

/**
 * Bytes in the text form that certificates and keys are kept in, read and written as Go's {@code
 * encoding/pem} does.
 *
 * @param type what the bytes are, such as {@code CERTIFICATE}
 */
record Pem(String type, byte[] bytes) {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "\n-----END ";
  private static final String DASHES = "-----";

  /** The text, with lines of 64 characters. */
  String encode() {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return BEGIN + type + DASHES + "\n" + base64 + END + type + DASHES + "\n";
  }

  /** The first block in a text, null if there is none. */
  static Pem decode(String text) {
    int endAt = text.indexOf(END);
    while (endAt >= 0) {
      // Of several beginnings the one next to the end counts.
      int beginAt = text.lastIndexOf(BEGIN, endAt);
      if (beginAt == 0 || beginAt > 0 && text.charAt(beginAt - 1) == '\n') {
        Pem block = block(text, beginAt + BEGIN.length(), endAt);
        if (block != null) {
          return block;
        }
      }
      endAt = text.indexOf(END, endAt + END.length());
    }
    return null;
  }

  private static Pem block(String text, int typeAt, int endAt) {
    int lineEnd = Math.min(endOfLine(text, typeAt), endAt);
    String typeLine = text.substring(typeAt, lineEnd).stripTrailing();
    if (!typeLine.endsWith(DASHES)) {
      return null;
    }
    String type = typeLine.substring(0, typeLine.length() - DASHES.length());
    int trailerAt = endAt + END.length();
    String trailer = text.substring(trailerAt, endOfLine(text, trailerAt)).stripTrailing();
    if (!trailer.equals(type + DASHES)) {
      return null;
    }
    int from = afterHeaders(text, Math.min(lineEnd + 1, endAt), endAt);
    byte[] bytes = from < 0 ? null : base64(text.substring(from, endAt));
    return bytes == null ? null : new Pem(type, bytes);
  }

  /** Skips lines such as {@code Proc-Type: 4,ENCRYPTED}; -1 if nothing else comes. */
  private static int afterHeaders(String text, int from, int endAt) {
    int at = from;
    while (at < endAt) {
      int lineEnd = Math.min(endOfLine(text, at), endAt);
      if (text.substring(at, lineEnd).indexOf(':') < 0) {
        return at;
      }
      at = lineEnd + 1;
    }
    return at > endAt ? -1 : at;
  }

  private static int endOfLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static byte[] base64(String lines) {
    StringBuilder digits = new StringBuilder(lines.length());
    for (int i = 0; i < lines.length(); i++) {
      if (" \t\r\n".indexOf(lines.charAt(i)) < 0) {
        digits.append(lines.charAt(i));
      }
    }
    try {
      // Unlike Go, Java can do without the padding.
      return digits.length() % 4 == 0 ? Base64.getDecoder().decode(digits.toString()) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
