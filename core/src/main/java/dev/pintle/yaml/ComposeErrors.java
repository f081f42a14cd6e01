package dev.pintle.yaml;

import dev.pintle.diagnostic.Position;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * The first error of each of the steps from nodes to values. Go's libraries take one step after the
 * other, each for the whole document, so an error of an early step hides those of later steps.
 */
final class ComposeErrors {

  private final Cursor cursor;
  private YamlException decoding;
  private int collectionKey = -1;
  private Position collectionKeyPosition;
  private UnsupportedKey unsupportedKey;
  private boolean mayBeUnsupported;
  private Double infinite;
  private boolean mayBeInfinite;

  ComposeErrors(Cursor cursor) {
    this.cursor = cursor;
  }

  /** True if the first step has failed: values are not needed any more. */
  boolean found() {
    return decoding != null || collectionKey >= 0;
  }

  /** A node that cannot be decoded. */
  void decoding(String problem, EventParser at) {
    if (!found()) {
      decoding = cursor.error(problem, at.start(), at.line(), at.lineStart());
    }
  }

  /** The value of {@code <<} is neither a mapping nor a sequence of mappings. */
  void cannotMerge(EventParser at) {
    decoding("map merge requires map or sequence of maps as the value", at);
  }

  /**
   * A key that is a mapping or sequence.
   *
   * @param event the number of the event that starts it
   */
  void collectionAsKey(int event, Position position) {
    if (!found()) {
      collectionKey = event;
      collectionKeyPosition = position;
    }
  }

  /** A key that cannot be made a string, in a part of the document that is not composed. */
  void unsupportedKey(UnsupportedKey key) {
    if (unsupportedKey == null) {
      unsupportedKey = key;
    }
  }

  /** There is such a key; whether it still counts, the whole value tells. */
  void mayBeUnsupported() {
    mayBeUnsupported = true;
  }

  /** A number that JSON may be unable to write; whether it must, the whole value tells. */
  void real(double value) {
    mayBeInfinite |= isInfinite(value);
  }

  /** A number that JSON cannot write, in a part of the document that is not composed. */
  void unwantedReal(double value) {
    if (infinite == null && isInfinite(value)) {
      infinite = value;
    }
  }

  /** Throws the error that Go's libraries report, if there is one. */
  void throwFirst(Object root) {
    if (decoding != null) {
      throw decoding;
    }
    if (collectionKey >= 0) {
      String key = GoSyntax.ofKey(cursor, collectionKey);
      throw new YamlException(
          Cursor.TO_JSON + "yaml: invalid map key: " + key, collectionKeyPosition);
    }
    if (unsupportedKey == null && mayBeUnsupported) {
      unsupportedKey = (UnsupportedKey) find(root, UnsupportedKey.class::isInstance);
    }
    if (unsupportedKey != null) {
      throw unsupportedKey.exception(cursor);
    }
    if (infinite == null && mayBeInfinite) {
      infinite = (Double) find(root, ComposeErrors::isInfinite);
    }
    if (infinite != null) {
      throw unsupportedValue(infinite);
    }
  }

  /** The error of JSON's writer for a number that has no JSON. */
  static YamlException unsupportedValue(double value) {
    String text = Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    return new YamlException(Cursor.TO_JSON + "json: unsupported value: " + text, null);
  }

  private static boolean isInfinite(Object value) {
    return value instanceof Double real && (real.isInfinite() || real.isNaN());
  }

  /** The first such value in the order of JSON's writer, or null. */
  private static Object find(Object root, Predicate<Object> isWanted) {
    Deque<Object> left = new ArrayDeque<>();
    push(left, root);
    while (!left.isEmpty()) {
      Object value = left.pop();
      if (isWanted.test(value)) {
        return value;
      } else if (value instanceof Table table) {
        Table.Slot[] slots = table.sorted();
        for (int i = slots.length - 1; i >= 0; i--) {
          push(left, slots[i].getValue());
        }
      } else if (value instanceof Sequence sequence) {
        for (int i = sequence.size() - 1; i >= 0; i--) {
          push(left, sequence.get(i));
        }
      }
    }
    return null;
  }

  private static void push(Deque<Object> left, Object value) {
    if (value != null) {
      left.push(value);
    }
  }
}
