package dev.pintle.go.yaml;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.GoUint64;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints nodes of a document in Go's syntax, as {@code %#v} does, since that is how Go's library
 * shows keys that it refuses. The document, known to be well-formed, is parsed once more, so that
 * reading need not remember what only this message wants.
 */
final class GoSyntax {

  private final EventParser events;
  private final Map<String, Object> anchors = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final int wantedKey;
  private final int keyOfWantedValue;
  private Object found;
  private boolean isFound;

  /** A collection that has not ended: its nodes so far, in pairs if it is a mapping. */
  private record Open(int number, boolean mapping, List<Object> nodes, List<Integer> numbers) {}

  /** Nodes in pairs, as a mapping has them. */
  private record Pairs(List<Object> nodes) {}

  private GoSyntax(Cursor cursor, int wantedKey, int keyOfWantedValue) {
    this.events = new EventParser(new Cursor(cursor));
    this.wantedKey = wantedKey;
    this.keyOfWantedValue = keyOfWantedValue;
  }

  /** The node that the event of that number starts. */
  static String ofKey(Cursor cursor, int event) {
    return of(new GoSyntax(cursor, event, -1).find());
  }

  /** The value in a mapping whose key the event of that number is. */
  static String ofValueAfter(Cursor cursor, int event) {
    return of(new GoSyntax(cursor, -1, event).find());
  }

  private Object find() {
    while (!isFound) {
      EventParser.Event event = events.next();
      int number = events.number();
      switch (event) {
        case SCALAR -> add(anchored(scalar()), number);
        case ALIAS -> add(anchors.get(events.anchor()), number);
        case SEQUENCE_START, MAPPING_START -> start(event == EventParser.Event.MAPPING_START);
        case SEQUENCE_END, MAPPING_END -> {
          Open ended = open.pop();
          add(ended.mapping ? new Pairs(ended.nodes) : ended.nodes, ended.number);
        }
        case DOCUMENT_START -> {
          // What comes next is the root.
        }
        case DOCUMENT_END, STREAM_END -> isFound = true;
      }
    }
    return found;
  }

  private void start(boolean mapping) {
    List<Object> nodes = new ArrayList<>();
    anchored(mapping ? new Pairs(nodes) : nodes);
    open.push(new Open(events.number(), mapping, nodes, new ArrayList<>()));
  }

  private Object anchored(Object node) {
    if (events.anchor() != null) {
      anchors.put(events.anchor(), node);
    }
    return node;
  }

  private Object scalar() {
    String text = events.text();
    if (events.tag() == null) {
      return events.isPlain() ? ScalarResolver.resolvePlain(text) : text;
    }
    try {
      return ScalarResolver.resolveTagged(events.tag(), text);
    } catch (ScalarResolver.MismatchException e) {
      return text;
    }
  }

  private void add(Object node, int number) {
    boolean isWanted = number == wantedKey;
    if (!open.isEmpty()) {
      Open outer = open.peek();
      List<Integer> numbers = outer.numbers;
      isWanted |=
          outer.mapping
              && numbers.size() % 2 == 1
              && numbers.get(numbers.size() - 1) == keyOfWantedValue;
      outer.nodes.add(node);
      numbers.add(number);
    }
    if (isWanted) {
      found = node;
      isFound = true;
    }
  }

  /** A node in Go's syntax. */
  static String of(Object node) {
    if (node == null) {
      return "<nil>";
    }
    StringBuilder out = new StringBuilder();
    append(out, node);
    return out.toString();
  }

  private static void append(StringBuilder out, Object node) {
    if (node == null) {
      out.append("interface {}(nil)");
    } else if (node instanceof String text) {
      out.append(GoQuotes.quote(text));
    } else if (node instanceof GoUint64 number) {
      out.append("0x").append(Long.toHexString(number.longValue()));
    } else if (node instanceof Double number) {
      out.append(GoNumbers.shortest(number));
    } else if (node instanceof Pairs pairs) {
      appendMap(out, pairs.nodes);
    } else if (node instanceof List<?> nodes) {
      out.append("[]interface {}{");
      for (int i = 0; i < nodes.size(); i++) {
        append(i == 0 ? out : out.append(", "), nodes.get(i));
      }
      out.append('}');
    } else {
      out.append(node);
    }
  }

  private static void appendMap(StringBuilder out, List<Object> nodes) {
    TreeMap<Key, Object> sorted = new TreeMap<>(GoSyntax::compareKeys);
    for (int i = 0; i < nodes.size(); i += 2) {
      sorted.put(new Key(nodes.get(i)), nodes.get(i + 1));
    }
    out.append("map[interface {}]interface {}{");
    String separator = "";
    for (Map.Entry<Key, Object> entry : sorted.entrySet()) {
      append(out.append(separator), entry.getKey().node);
      append(out.append(':'), entry.getValue());
      separator = ", ";
    }
    out.append('}');
  }

  /** A key, which may be null. */
  private record Key(Object node) {}

  /**
   * Go sorts keys of one type by their values; of several types, by where the types lie in the
   * program, which for Helm gives this order.
   */
  private static int compareKeys(Key left, Key right) {
    Object a = left.node;
    Object b = right.node;
    if (a instanceof Long x && b instanceof Long y) {
      return x.compareTo(y);
    } else if (a instanceof Double x && b instanceof Double y) {
      return x.compareTo(y);
    }
    int byType = Integer.compare(rank(a), rank(b));
    return byType != 0 ? byType : of(a).compareTo(of(b));
  }

  private static int rank(Object key) {
    if (key == null) {
      return 0;
    } else if (key instanceof String) {
      return 1;
    } else if (key instanceof GoUint64) {
      return 2;
    } else if (key instanceof Long) {
      return 3;
    }
    return key instanceof Double ? 4 : 5;
  }
}
