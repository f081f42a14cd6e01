package dev.pintle.chart;

import java.nio.charset.StandardCharsets;

/**
 * Guesses what a file holds from its first bytes, as Go's {@code http.DetectContentType} does: for
 * the message that tells what was found in place of a chart archive. Stateless.
 */
final class ContentType {

  /** How many bytes are looked at. */
  static final int LOOKED_AT = 512;

  private static final String[] HTML_TAGS = {
    "<!DOCTYPE HTML",
    "<HTML",
    "<HEAD",
    "<SCRIPT",
    "<IFRAME",
    "<H1",
    "<DIV",
    "<FONT",
    "<TABLE",
    "<A",
    "<STYLE",
    "<TITLE",
    "<B",
    "<BODY",
    "<BR",
    "<P",
    "<!--"
  };

  /** First bytes, in Latin-1, and what they announce. */
  private static final String[][] SIGNATURES = {
    {"%PDF-", "application/pdf"},
    {"%!PS-Adobe-", "application/postscript"},
    {"\u00FE\u00FF", "text/plain; charset=utf-16be"},
    {"\u00FF\u00FE", "text/plain; charset=utf-16le"},
    {"\u00EF\u00BB\u00BF", "text/plain; charset=utf-8"},
    {"\u0000\u0000\u0001\u0000", "image/x-icon"},
    {"\u0000\u0000\u0002\u0000", "image/x-icon"},
    {"BM", "image/bmp"},
    {"GIF87a", "image/gif"},
    {"GIF89a", "image/gif"},
    {"\u0089PNG\r\n\u001A\n", "image/png"},
    {"\u00FF\u00D8\u00FF", "image/jpeg"},
    {"OggS\u0000", "application/ogg"},
    {"MThd\u0000\u0000\u0000\u0006", "audio/midi"},
    {"ID3", "audio/mpeg"},
    {"\u001A\u0045\u00DF\u00A3", "video/webm"},
    {"\u0000\u0001\u0000\u0000", "font/ttf"},
    {"OTTO", "font/otf"},
    {"ttcf", "font/collection"},
    {"wOFF", "font/woff"},
    {"wOF2", "font/woff2"},
    {"\u001F\u008B\u0008", "application/x-gzip"},
    {"PK\u0003\u0004", "application/zip"},
    {"Rar!\u001A\u0007\u0000", "application/x-rar-compressed"},
    {"Rar!\u001A\u0007\u0001\u0000", "application/x-rar-compressed"},
    {"\u0000asm", "application/wasm"},
  };

  private ContentType() {}

  /** The media type of what begins with those bytes. */
  static String of(byte[] data) {
    // Helm looks at a buffer of 512 bytes, whose rest is zero if the file is shorter.
    String start =
        new String(data, 0, Math.min(data.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    String padded = start + "\0".repeat(LOOKED_AT - start.length());
    String text = skipSpace(padded);
    for (String tag : HTML_TAGS) {
      if (text.regionMatches(true, 0, tag, 0, tag.length()) && endsTag(text, tag.length())) {
        return "text/html; charset=utf-8";
      }
    }
    if (text.startsWith("<?xml")) {
      return "text/xml; charset=utf-8";
    }
    for (String[] signature : SIGNATURES) {
      if (padded.startsWith(signature[0])) {
        return signature[1];
      }
    }
    return isText(padded) ? "text/plain; charset=utf-8" : "application/octet-stream";
  }

  private static String skipSpace(String text) {
    int at = 0;
    while (at < text.length() && "\t\n\f\r ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(at);
  }

  private static boolean endsTag(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '>');
  }

  private static boolean isText(String bytes) {
    return bytes
        .chars()
        .noneMatch(b -> b <= 0x08 || b == 0x0B || b >= 0x0E && b <= 0x1A || b >= 0x1C && b <= 0x1F);
  }
}
