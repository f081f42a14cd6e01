package dev.pintle.release.manifest;

import dev.pintle.go.strings.GoStrings;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a stream of YAML documents as Helm does: at every line that begins with {@code ---}, be it
 * a separator in YAML's sense or not. Empty documents are dropped, leading white space is cut, and
 * trailing white space stays.
 */
public final class ManifestDocuments {

  private ManifestDocuments() {}

  /**
   * One document.
   *
   * @param start where it begins in the stream, in characters
   */
  public record Document(String text, int start) {}

  /** The documents of a text, in their order. */
  public static List<Document> split(String text) {
    List<Document> documents = new ArrayList<>();
    int start = GoStrings.skipSpace(text, 0);
    int line = start;
    while (line < text.length()) {
      if (text.startsWith("---", line)) {
        add(documents, text, start, line);
        start = afterBlanks(text, line + 3);
      }
      int end = text.indexOf('\n', line);
      line = end < 0 ? text.length() : end + 1;
    }
    add(documents, text, start, text.length());
    return documents;
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static void add(List<Document> documents, String text, int from, int to) {
    int start = Math.min(GoStrings.skipSpace(text, from), to);
    if (start < to) {
      documents.add(new Document(text.substring(start, to), start));
    }
  }
}
