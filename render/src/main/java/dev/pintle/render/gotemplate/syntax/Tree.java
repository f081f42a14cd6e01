package dev.pintle.render.gotemplate.syntax;

import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.strings.GoStrings;

/**
 * One template as parsed: a file's own text, or one {@code {{define}}} or {@code {{block}}} in it.
 * Immutable.
 *
 * @param name what it is called by
 * @param parseName the name of the file it stands in, which messages show
 * @param text the whole text of that file; offsets of nodes are indexes into it
 * @param root what the template does
 */
public record Tree(String name, String parseName, String text, Body root) {

  /**
   * Where a node of this tree is, as Go's messages say it: {@code file:line:column}, the line from
   * 1, the column in bytes from 0.
   */
  public String location(Node node) {
    int offset = node.offset();
    int column = GoStrings.length(text.substring(lineStart(offset), offset));
    return Visible.name(parseName) + ':' + line(offset) + ':' + column;
  }

  /** Where a node of this tree is, for people and editors: the column in characters from 1. */
  public Position position(Node node) {
    return position(node.offset());
  }

  /** Where an index into the text is, for people and editors. */
  public Position position(int offset) {
    int column = 1 + text.codePointCount(lineStart(offset), offset);
    return new Position(parseName, line(offset), column);
  }

  /** The line of the text in which an index is, without its end. */
  public String sourceLine(int offset) {
    int end = text.indexOf('\n', offset);
    return text.substring(lineStart(offset), end < 0 ? text.length() : end);
  }

  private int line(int offset) {
    int line = 1;
    for (int at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
    }
    return line;
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }
}
