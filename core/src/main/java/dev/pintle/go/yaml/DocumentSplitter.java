package dev.pintle.go.yaml;

import dev.pintle.go.strings.GoStrings;

/**
 * Splits a file of values, or a manifest, into documents, as the {@code YAMLReader} of Kubernetes'
 * apimachinery does: at lines that start with {@code ---}. A first such line belongs to the
 * document that it starts; line ends become LF. Used by one thread.
 */
public final class DocumentSplitter {

  private static final String SEPARATOR = "---";

  private final String text;
  private final ReadOptions options;
  private int at;
  private int line;
  private boolean ended;
  private String document;
  private int firstLine;

  /** Begins before the first document; the options say which file and line the text is from. */
  public DocumentSplitter(String text, ReadOptions options) {
    this.text = text;
    this.options = options;
    this.line = options.firstLine();
  }

  /** The current document. */
  public String text() {
    return document;
  }

  /** The line of the file at which the current document starts. */
  public int firstLine() {
    return firstLine;
  }

  /**
   * Makes the next document the current one; false if there is none.
   *
   * @throws YamlException if there is more on a separator's line
   */
  public boolean next() {
    StringBuilder collected = new StringBuilder();
    firstLine = line;
    while (!ended) {
      boolean atEnd = at >= text.length();
      String content = atEnd ? "" : nextLine();
      if (content.startsWith(SEPARATOR)) {
        check(content);
        if (collected.length() > 0) {
          document = collected.toString();
          return true;
        }
      }
      if (atEnd) {
        ended = true;
        document = collected.toString();
        return collected.length() > 0;
      }
      collected.append(content).append('\n');
    }
    return false;
  }

  private String nextLine() {
    int feed = text.indexOf('\n', at);
    int end = feed < 0 ? text.length() : feed;
    int contentEnd = feed > at && text.charAt(feed - 1) == '\r' ? feed - 1 : end;
    String content = text.substring(at, contentEnd);
    at = feed < 0 ? end : feed + 1;
    line++;
    return content;
  }

  private void check(String content) {
    String rest = GoStrings.trimSpace(content.substring(SEPARATOR.length()));
    if (!rest.isEmpty() && rest.charAt(0) != '#') {
      throw new YamlException(
          "invalid Yaml document separator: " + rest,
          options.file() == null
              ? null
              : new dev.pintle.diagnostic.Position(options.file(), line - 1, 1));
    }
  }
}
