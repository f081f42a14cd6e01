package dev.pintle.handlebars;

import com.github.jknack.handlebars.Template;
import dev.pintle.diagnostic.Origin;
import java.util.ArrayList;
import java.util.List;

/** Which tag or text of a file wrote which part of its output. */
final class OutputMarks {

  private record Mark(int start, Template node) {}

  private final SourceText source;
  private final List<Mark> marks = new ArrayList<>();

  OutputMarks(SourceText source) {
    this.source = source;
  }

  /** Says that a tag or text of the file writes from there on. */
  void add(int start, Template node) {
    while (!marks.isEmpty() && marks.get(marks.size() - 1).start() > start) {
      marks.remove(marks.size() - 1); // what was written there has been taken back
    }
    marks.add(new Mark(start, node));
  }

  /** What wrote a character of the output; null if nothing did. */
  Origin find(String output, int index) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).start() <= index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return null;
    }
    Mark mark = marks.get(low - 1);
    int[] position = mark.node().position();
    boolean isText = source.tag(position[0], position[1]).isEmpty();
    return isText
        ? source.originOfText(
            position[0], position[1], mark.node().text(), output.substring(mark.start(), index))
        : source.origin(position[0], position[1]);
  }
}
