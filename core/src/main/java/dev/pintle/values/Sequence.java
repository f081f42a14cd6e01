package dev.pintle.values;

import dev.pintle.diagnostic.Position;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.RandomAccess;

/**
 * A list of values: Go's {@code []interface{}}, or one of its typed lists such as {@code []string}.
 *
 * <p>Its elements cannot be replaced; only {@link #sortInPlace} moves them, for the one template
 * function that does so. Tables inside it are mutable until frozen with the table or sequence that
 * holds them.
 */
public final class Sequence extends AbstractList<Object> implements RandomAccess {

  private static final Object[] NO_ITEMS = {};
  private static final Sequence EMPTY = new Sequence(GoType.LIST, new Object[0], null);

  private final GoType type;
  private final boolean nil;
  private final Object[] items;
  private final Position[] positions;

  private Sequence(GoType type, Object[] items, Position[] positions) {
    this.type = type;
    this.nil = items == null;
    this.items = nil ? NO_ITEMS : items;
    this.positions = positions;
  }

  /** The empty {@code []interface{}}. */
  public static Sequence empty() {
    return EMPTY;
  }

  /**
   * Go's nil slice of that type: a list without items, which is not equal to an empty one and which
   * encoders write as {@code null}.
   */
  public static Sequence nil(GoType type) {
    return new Sequence(type, null, null);
  }

  /** A list of those items; the array is taken over, not copied. */
  public static Sequence of(Object... items) {
    return new Sequence(GoType.LIST, items, null);
  }

  /** A list of those items. */
  public static Sequence copyOf(Collection<?> items) {
    return new Sequence(GoType.LIST, items.toArray(), null);
  }

  /** A list of a given Go type, such as {@link GoType#STRING_LIST}; the array is taken over. */
  public static Sequence ofType(GoType type, Object... items) {
    return new Sequence(type, items, null);
  }

  /** A list of a given Go type. */
  public static Sequence ofType(GoType type, Collection<?> items) {
    return new Sequence(type, items.toArray(), null);
  }

  /** A list read from a file; positions has one entry per item. Both arrays are taken over. */
  public static Sequence read(Object[] items, Position[] positions) {
    return new Sequence(GoType.LIST, items, positions);
  }

  /** The Go type that this list has for templates. */
  public GoType type() {
    return type;
  }

  /** True for what {@link #nil} gives. */
  public boolean isNil() {
    return nil;
  }

  @Override
  public Object get(int index) {
    return items[index];
  }

  @Override
  public int size() {
    return items.length;
  }

  /** Where an item was read, or null. */
  public Position positionOf(int index) {
    return positions == null ? null : positions[index];
  }

  @Override
  public Object[] toArray() {
    return Arrays.copyOf(items, items.length, Object[].class);
  }

  /** A copy whose tables are mutable and its own. */
  public Sequence deepCopy() {
    if (nil) {
      return this;
    }
    Object[] copies = new Object[items.length];
    for (int i = 0; i < items.length; i++) {
      copies[i] = Table.copyOf(items[i]);
    }
    return new Sequence(type, copies, positions);
  }

  /** Sorts a {@code []string}, as all that hold this list will see. */
  public void sortInPlace(Comparator<String> order) {
    if (type != GoType.STRING_LIST || positions != null) {
      throw new UnsupportedOperationException("only a list of strings is ever sorted in place");
    }
    Arrays.sort(items, (a, b) -> order.compare((String) a, (String) b));
  }

  void freeze() {
    for (Object item : items) {
      Table.freeze(item);
    }
  }
}
