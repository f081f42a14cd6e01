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
  private boolean mayBeUnsupported;
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

  /** There is a key that JSON cannot have; whether it still counts, the whole value tells. */
  void mayBeUnsupported() {
    mayBeUnsupported = true;
  }

  /** There is a number that JSON cannot write; whether it counts, the whole value tells. */
  void mayBeInfinite() {
    mayBeInfinite = true;
  }

  /** True if only the whole value tells whether there is an error. */
  boolean dependOnWhole() {
    return mayBeUnsupported || mayBeInfinite;
  }

  /** Throws the error of the first step, if there is one. */
  void throwDecoding() {
    if (decoding != null) {
      throw decoding;
    }
    if (collectionKey >= 0) {
      String key = GoSyntax.ofKey(cursor, collectionKey);
      throw new YamlException(
          Cursor.TO_JSON + "yaml: invalid map key: " + key, collectionKeyPosition);
    }
  }

  /**
   * Throws the error of a later step, if there is one.
   *
   * @param finite whether the value must not have numbers that JSON cannot write
   */
  void throwLater(Object root, boolean finite) {
    if (mayBeUnsupported
        && find(root, UnsupportedKey.class::isInstance) instanceof UnsupportedKey key) {
      throw key.exception(cursor);
    }
    if (finite && mayBeInfinite) {
      JsonTypes.requireFinite(root);
    }
  }

  /** The first such value in the order of JSON's writer, or null. */
  static Object find(Object root, Predicate<Object> isWanted) {
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
