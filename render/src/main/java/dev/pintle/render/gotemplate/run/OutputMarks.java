package dev.pintle.render.gotemplate.run;

import dev.pintle.diagnostic.Origin;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Statement;
import dev.pintle.render.gotemplate.syntax.Tree;
import java.util.Arrays;

/** Which statement of a file wrote which part of its output. */
final class OutputMarks {

  private static final Node[] NO_NODES = {};
  private static final int[] NO_STARTS = {};

  private Tree tree;
  private int[] starts = NO_STARTS;
  private Node[] nodes = NO_NODES;
  private int count;

  /** Forgets everything and begins with another file. */
  void begin(Tree file) {
    tree = file;
    count = 0;
  }

  /** Says that a statement of the file writes from there on. */
  void add(int start, Node statement) {
    if (count == nodes.length) {
      int capacity = Math.max(64, 2 * count);
      starts = Arrays.copyOf(starts, capacity);
      nodes = Arrays.copyOf(nodes, capacity);
    }
    starts[count] = start;
    nodes[count++] = statement;
  }

  /** The marks so far, to be kept, as they are once a word is taken out of the whole output. */
  OutputMarks copyWithout(String word, String output) {
    OutputMarks copy = new OutputMarks();
    copy.tree = tree;
    copy.starts = Arrays.copyOf(starts, count);
    copy.nodes = Arrays.copyOf(nodes, count);
    copy.count = count;
    int taken = 0;
    int at = output.indexOf(word);
    for (int i = 0; i < count && (at >= 0 || taken > 0); i++) {
      while (at >= 0 && at < starts[i]) {
        taken += word.length();
        at = output.indexOf(word, at + word.length());
      }
      copy.starts[i] -= taken;
    }
    return copy;
  }

  /** What wrote a character; null if nothing did. */
  Origin find(int index) {
    int found = Arrays.binarySearch(starts, 0, count, index);
    if (found < 0) {
      found = -found - 2;
    }
    while (found + 1 < count && starts[found + 1] == starts[found]) {
      found++; // what wrote nothing stands before what did
    }
    if (found < 0) {
      return null;
    }
    Node node = nodes[found];
    int offset = node.offset();
    if (node instanceof Statement.Text text) {
      offset += Math.min(index - starts[found], text.text().length() - 1);
    }
    return new Origin(tree.position(offset), tree.sourceLine(offset));
  }
}
