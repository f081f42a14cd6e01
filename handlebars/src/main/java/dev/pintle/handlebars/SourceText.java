package dev.pintle.handlebars;

import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.regexp.LinearPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a template file, and where the places in it are that the library names. The library
 * takes a comment, and a tag that is escaped by a backslash, for one line however many it has, so
 * that its lines are counted here as it counts them and then found in the text.
 */
final class SourceText {

  /** The name of a text that a template hands to {@code tpl}. */
  static final String TPL_NAME = "tpl";

  private static final int MAX_NESTING = 1000;
  private static final LinearPattern DECORATOR = LinearPattern.of("\\{\\{~?#?\\*");

  /** What a tag may have before its name. */
  private static final String BEFORE_NAME = "{~#^>&* \t\r\n";

  private final String name;
  private final String text;
  private final boolean decorated;

  /** How many characters the library has put before each line. */
  private final int indent;

  /** Where the library's lines begin. */
  private final int[] libraryLines;

  /**
   * Reads a file.
   *
   * @throws MalformedTagException for what the library would pass over in silence
   */
  SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.decorated = DECORATOR.isIn(text);
    this.libraryLines = libraryLines();
    this.indent = 0;
  }

  private SourceText(SourceText file, int indent) {
    this.name = file.name;
    this.text = file.text;
    this.decorated = file.decorated;
    this.libraryLines = file.libraryLines;
    this.indent = indent;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** True if a template handed it to {@code tpl}, so that it is mostly a value. */
  boolean isGivenToTpl() {
    return name.equals(TPL_NAME);
  }

  /** True if it defines partials of its own. */
  boolean isDecorated() {
    return decorated;
  }

  private int[] libraryLines() {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    int from = 0;
    int open = 0;
    int chained = 0;
    for (TagStart tag = TagStart.next(text, 0); tag != null; tag = TagStart.next(text, from)) {
      addLines(starts, from, tag.start());
      from = endOf(tag);
      int start = tag.start();
      TagStart.Block block = tag.block(text);
      boolean ends = block == TagStart.Block.ENDS;
      boolean goesOn = block == TagStart.Block.GOES_ON;
      if (block != TagStart.Block.NONE) {
        open += ends ? -1 : goesOn ? 0 : 1;
        chained = ends ? 0 : goesOn ? chained + 1 : chained;
      }
      checkNesting(Math.max(open + chained, parentheses(start)), start);
    }
    addLines(starts, from, text.length());
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private void checkNesting(int depth, int offset) {
    if (depth > MAX_NESTING) {
      throw new MalformedTagException(
          "blocks or expressions nest more than " + MAX_NESTING + " deep", positionAt(offset));
    }
  }

  /** How many expressions a tag has, which is as deep as they can nest. */
  private int parentheses(int tag) {
    int count = 0;
    for (int i = tag + 2; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == text.charAt(i + 1) && (c == '{' || c == '}')) {
        break;
      }
      count += c == '(' ? 1 : 0;
    }
    return count;
  }

  private void addLines(List<Integer> starts, int from, int to) {
    for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
      starts.add(i + 1);
    }
  }

  /** Where that goes on which has lines of its own. */
  private int endOf(TagStart opening) {
    String found = text.substring(opening.start(), opening.end());
    if (found.endsWith("=")) {
      throw new MalformedTagException(
          "Handlebars has no tag that sets delimiters", positionAt(opening.start()));
    } else if (found.startsWith("\\")) {
      int end = text.indexOf("}}", opening.end());
      int next = text.indexOf("{{", opening.end());
      return end < 0 || next >= 0 && next < end ? opening.end() : end;
    } else if (found.contains("!")) {
      String close = found.endsWith("--") ? "--}}" : "}}";
      int end = text.indexOf(close, opening.end());
      if (end < 0) {
        throw new MalformedTagException(
            "the comment is not closed by " + close, positionAt(opening.start()));
      }
      return end + close.length();
    }
    return opening.end();
  }

  /**
   * The place that the library names.
   *
   * @param line from 1
   * @param column from 0
   */
  Position position(int line, int column) {
    return positionAt(offset(line, column));
  }

  private int offset(int line, int column) {
    int start = libraryLines[Math.min(Math.max(line, 1), libraryLines.length) - 1];
    return Math.min(start + Math.max(column - indent, 0), text.length());
  }

  private Position positionAt(int offset) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return new Position(name, line, text.codePointCount(start, Math.max(start, offset)) + 1);
  }

  /** The line of a position in this file. */
  String line(Position position) {
    int start = 0;
    for (int i = 1; i < position.line(); i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /**
   * The tag at whose name the library says that it is; empty if there is text.
   *
   * @param line from 1
   * @param column from 0
   */
  String tag(int line, int column) {
    int name = offset(line, column);
    int begin = name;
    while (begin > 0 && BEFORE_NAME.indexOf(text.charAt(begin - 1)) >= 0) {
      begin--;
    }
    int open = text.indexOf("{{", begin);
    int close = text.indexOf("}}", name);
    return open < 0 || open >= name || close < 0 ? "" : text.substring(open, close + 2);
  }

  /**
   * The place of a fault that the library has found; for the first column it names the second,
   * where nothing can begin if a tag does so before.
   */
  Position faultPosition(int line, int column) {
    boolean isFirst = column == 1 && text.startsWith("{{", offset(line, 0));
    return position(line, isFirst ? 0 : column);
  }

  /** The place that the library names, and its line. */
  Origin origin(int line, int column) {
    Position position = position(line, column);
    return new Origin(position, line(position));
  }

  /**
   * Where in a text a character of it stands.
   *
   * @param line where the library says that the text begins, though it may have left out a line end
   * @param column the same
   * @param written what the text has before that character
   */
  Origin originOfText(int line, int column, String writtenText, String written) {
    int begin = Math.max(offset(line, column), text.indexOf(writtenText, offset(line, column)));
    Position position = positionAt(Math.min(begin + written.length(), text.length()));
    return new Origin(position, line(position));
  }

  /** The same file where the library has indented its lines, since the tag that calls it is. */
  SourceText indentedAs(String indented) {
    if (indented.length() == text.length()) {
      return this;
    }
    long lines =
        1
            + text.substring(0, Math.max(0, text.length() - 1))
                .chars()
                .filter(c -> c == '\n')
                .count();
    return new SourceText(this, (int) ((indented.length() - text.length()) / lines));
  }
}
