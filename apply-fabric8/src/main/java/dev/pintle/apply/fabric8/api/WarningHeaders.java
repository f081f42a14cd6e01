package dev.pintle.apply.fabric8.api;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of {@code Warning} headers, such as {@code 299 - "text"}; several may stand in one,
 * with commas between them. What is none is passed over.
 */
final class WarningHeaders {

  private final String header;
  private int at;

  private WarningHeaders(String header) {
    this.header = header;
  }

  static List<String> texts(List<String> headers) {
    List<String> texts = new ArrayList<>();
    for (String header : headers) {
      new WarningHeaders(header).addTo(texts);
    }
    return texts;
  }

  /** Each character is looked at once: of a text that does not end, the header's end is the end. */
  private void addTo(List<String> texts) {
    while (at < header.length()) {
      int quote = header.indexOf('"', at);
      if (quote < 0) {
        return;
      }
      boolean isWarning = isCodeAndAgent(at, quote);
      at = quote + 1;
      String text = quoted();
      if (isWarning && text != null) {
        texts.add(text);
      }
    }
  }

  /** Whether there is a code of three digits and a word before a text, each followed by a blank. */
  private boolean isCodeAndAgent(int from, int quote) {
    int start = from;
    while (start < quote && (header.charAt(start) == ',' || header.charAt(start) == ' ')) {
      start++;
    }
    if (quote - start < 6 || header.charAt(start + 3) != ' ' || header.charAt(quote - 1) != ' ') {
      return false;
    }
    for (int i = start; i < start + 3; i++) {
      if (header.charAt(i) < '0' || header.charAt(i) > '9') {
        return false;
      }
    }
    return header.indexOf(' ', start + 4) == quote - 1;
  }

  /** The text up to the next quote, without its backslashes; null if there is no quote. */
  private String quoted() {
    StringBuilder text = new StringBuilder();
    while (at < header.length()) {
      char c = header.charAt(at++);
      if (c == '"') {
        return text.toString();
      }
      boolean escaped = c == '\\' && at < header.length();
      text.append(escaped ? header.charAt(at++) : c);
    }
    return null;
  }
}
