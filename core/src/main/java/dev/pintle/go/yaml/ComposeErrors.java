package dev.pintle.go.yaml;

import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Limit;
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

  /** A node with which a limit is passed. */
  void limit(Limit limit, String problem, EventParser at) {
    if (!found()) {
      decoding = cursor.error(problem, at.start(), at.line(), at.lineStart()).beyond(limit);
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
      String problem = "invalid map key: " + GoSyntax.ofKey(cursor, collectionKey);
      throw new YamlException(
          Cursor.TO_JSON + "yaml: " + problem,
          problem,
          collectionKeyPosition,
          cursor.sourceLine(collectionKeyPosition));
    }
  }

  /**
   * Throws the error of a later step, if there is one.
   *
   * @param position where the root starts
   * @param finite whether the value must not have numbers that JSON cannot write
   */
  void throwLater(Object root, Position position, boolean finite) {
    if (mayBeUnsupported) {
      Found found = find(root, position, UnsupportedKey.class::isInstance);
      if (found != null) {
        throw ((UnsupportedKey) found.value).exception(cursor);
      }
    }
    if (finite && mayBeInfinite) {
      Found found = find(root, position, JsonTypes::isInfinite);
      if (found != null) {
        throw JsonTypes.unsupported(
            (Double) found.value, found.position, cursor.sourceLine(found.position));
      }
    }
  }

  /** A value and where it was read, null if that is not known. */
  record Found(Object value, Position position) {}

  /** The first such value in the order of JSON's writer, or null. */
  static Found find(Object root, Position position, Predicate<Object> isWanted) {
    Deque<Found> left = new ArrayDeque<>();
    left.push(new Found(root, position));
    while (!left.isEmpty()) {
      Found next = left.pop();
      if (isWanted.test(next.value)) {
        return next;
      } else if (next.value instanceof Table table) {
        Table.Slot[] slots = table.sorted();
        for (int i = slots.length - 1; i >= 0; i--) {
          left.push(new Found(slots[i].getValue(), slots[i].position()));
        }
      } else if (next.value instanceof Sequence sequence) {
        for (int i = sequence.size() - 1; i >= 0; i--) {
          left.push(new Found(sequence.get(i), sequence.positionOf(i)));
        }
      }
    }
    return null;
  }
}
