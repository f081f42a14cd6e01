package dev.pintle.values;

import dev.pintle.diagnostic.Position;
import dev.pintle.go.strings.GoStrings;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * A map of values, as Helm's values and the results of template functions are: Go's {@code
 * map[string]interface{}}.
 *
 * <p>It iterates in the byte order of its keys, since that is the order in which Go's templates
 * range over a map and Go's encoders write one. Values are {@code null}, {@link Boolean}, {@link
 * String}, {@link Double} ({@code float64}), {@link Long} ({@code int64}), {@link GoInt} ({@code
 * int}), {@code Table}, {@link Sequence} and, inside templates only, {@link GoObject} and {@code
 * byte[]}. Each entry keeps the {@link Position} it was read from, where there is one.
 *
 * <p>Not safe for use by several threads unless frozen: {@link #freeze()} makes it and all below it
 * immutable, {@link #deepCopy()} gives a mutable copy.
 */
public final class Table extends AbstractMap<String, Object> {

  private final Entries slots;
  private final GoType type;

  /** An empty table of Go's {@code map[string]interface{}}. */
  public Table() {
    this(GoType.MAP, 16);
  }

  private Table(GoType type, int capacity) {
    this(type, new Entries(capacity));
  }

  private Table(GoType type, Entries slots) {
    this.type = type;
    this.slots = slots;
  }

  /** The entries proper, which several tables of different types may share. */
  private static final class Entries extends HashMap<String, Slot> {
    private static final long serialVersionUID = 1L;

    private transient Slot[] sorted;
    private transient boolean frozen;
    private transient boolean nil;

    /** The keys that were asked for, or null if nobody wants to know. */
    private transient Set<String> read;

    Entries(int capacity) {
      super(capacity);
    }

    Slot find(Object key) {
      if (read != null && key instanceof String name) {
        read.add(name);
      }
      return get(key);
    }

    Collection<Slot> all() {
      if (read != null) {
        read.addAll(keySet());
      }
      return values();
    }
  }

  /** An empty table of a given Go map type. */
  public static Table ofType(GoType type) {
    return new Table(type, 16);
  }

  /** A table of the given Go type with the entries of this one; values are shared, not copied. */
  public Table as(GoType otherType) {
    Table copy = new Table(otherType, slots.size() * 2);
    for (Slot slot : slots.all()) {
      copy.slots.put(slot.key, new Slot(slot.key, slot.value, slot.position));
    }
    return copy;
  }

  /**
   * The same entries under another Go map type, as a Go conversion gives them: what is changed
   * through one is seen through the other.
   */
  public Table viewAs(GoType otherType) {
    return otherType == type ? this : new Table(otherType, slots);
  }

  /**
   * True if both tables show the same entries, so that a change of one is a change of the other.
   */
  public boolean sharesEntriesWith(Table other) {
    return slots == other.slots;
  }

  /** One entry: its key, its value and where it was read. */
  public static final class Slot implements Map.Entry<String, Object> {
    private final String key;
    private final Object value;
    private final Position position;

    Slot(String key, Object value, Position position) {
      this.key = key;
      this.value = value;
      this.position = position;
    }

    @Override
    public String getKey() {
      return key;
    }

    @Override
    public Object getValue() {
      return value;
    }

    /** Where the value was read, or null if it was not read from a file or flag. */
    public Position position() {
      return position;
    }

    @Override
    public Object setValue(Object newValue) {
      throw new UnsupportedOperationException("change the table, not its entry");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Map.Entry<?, ?> that
          && key.equals(that.getKey())
          && java.util.Objects.equals(value, that.getValue());
    }

    @Override
    public int hashCode() {
      return key.hashCode() ^ java.util.Objects.hashCode(value);
    }
  }

  /**
   * Go's nil map of that type: without entries, and nothing can be written to it; encoders write it
   * as {@code null}.
   */
  public static Table nil(GoType type) {
    Table table = new Table(type, 1);
    table.slots.nil = true;
    table.slots.frozen = true;
    return table;
  }

  /** True for what {@link #nil} gives. */
  public boolean isNil() {
    return slots.nil;
  }

  /** The Go type that this table has for templates. */
  public GoType type() {
    return type;
  }

  /** The entry of a key, or null if there is none: tells a null value from an absent one. */
  public Slot slot(String key) {
    return slots.find(key);
  }

  @Override
  public Object get(Object key) {
    Slot slot = slots.find(key);
    return slot == null ? null : slot.value;
  }

  /**
   * What Go's {@code m[key]} gives: for an absent key the zero value of the type that the map
   * holds.
   */
  public Object getOrZero(String key) {
    Slot slot = slot(key);
    if (slot != null) {
      return slot.value;
    }
    return switch (type) {
      case STRING_MAP -> "";
      case BYTES_MAP -> new byte[0];
      default -> null;
    };
  }

  @Override
  public boolean containsKey(Object key) {
    return slots.find(key) != null;
  }

  /** Where the value of a key was read, or null. */
  public Position positionOf(String key) {
    Slot slot = slots.get(key);
    return slot == null ? null : slot.position;
  }

  @Override
  public Object put(String key, Object value) {
    return put(key, value, null);
  }

  /** Sets a value together with where it was read. */
  public Object put(String key, Object value, Position position) {
    checkMutable();
    Slot old = slots.put(key, new Slot(key, value, position));
    slots.sorted = null;
    return old == null ? null : old.value;
  }

  /** Takes an entry over from another table, with its position. */
  public void put(Slot slot) {
    put(slot.key, slot.value, slot.position);
  }

  @Override
  public Object remove(Object key) {
    checkMutable();
    Slot old = slots.remove(key);
    if (old == null) {
      return null;
    }
    slots.sorted = null;
    return old.value;
  }

  @Override
  public void clear() {
    checkMutable();
    slots.clear();
    slots.sorted = null;
  }

  @Override
  public int size() {
    return slots.size();
  }

  /** The entries in the byte order of their keys, as they are now; do not change the array. */
  public Slot[] sorted() {
    Collection<Slot> all = slots.all();
    Slot[] result = slots.sorted;
    if (result == null) {
      result = all.toArray(new Slot[0]);
      Arrays.sort(result, (a, b) -> GoStrings.compare(a.key, b.key));
      slots.sorted = result;
    }
    return result;
  }

  /** The entries in no particular order, which is faster; the table must not change meanwhile. */
  public Collection<Slot> slots() {
    return Collections.unmodifiableCollection(slots.all());
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Object>> iterator() {
        return Arrays.<Map.Entry<String, Object>>asList(sorted()).iterator();
      }

      @Override
      public int size() {
        return slots.size();
      }
    };
  }

  /**
   * Merges another table into this one as Helm merges values files: tables into tables, entry by
   * entry; of everything else the other's value replaces this one's, null too. Tables of the other
   * that have no counterpart here are taken over, not copied.
   */
  public void mergeIn(Table other) {
    for (Slot slot : other.slots.all()) {
      if (slot.value instanceof Table from && get(slot.key) instanceof Table into) {
        into.mergeIn(from);
      } else {
        put(slot);
      }
    }
  }

  /** A mutable copy; tables and sequences below are copied too. */
  public Table deepCopy() {
    if (slots.nil) {
      return this;
    }
    Table copy = new Table(type, slots.size() * 2);
    // A loop rather than forEach: tables may be deep, and each level has half the stack frames.
    for (Slot slot : slots.all()) {
      copy.slots.put(slot.key, new Slot(slot.key, copyOf(slot.value), slot.position));
    }
    return copy;
  }

  static Object copyOf(Object value) {
    if (value instanceof Table table) {
      return table.deepCopy();
    }
    return value instanceof Sequence sequence ? sequence.deepCopy() : value;
  }

  /** Makes this table and all below it immutable, so that threads may share it. */
  public Table freeze() {
    if (!slots.frozen) {
      slots.frozen = true;
      for (Slot slot : sorted()) {
        freeze(slot.value);
      }
    }
    return this;
  }

  static void freeze(Object value) {
    if (value instanceof Table table) {
      table.freeze();
    } else if (value instanceof Sequence sequence) {
      sequence.freeze();
    }
  }

  /**
   * Begins to note which keys are asked for, by whatever means, in this table and in those below it
   * as they are now.
   */
  public void recordReads() {
    if (slots.read == null) {
      slots.read = new HashSet<>();
      for (Slot slot : slots.values()) {
        if (slot.value instanceof Table table) {
          table.recordReads();
        }
      }
    }
  }

  /** True if any key was asked for since {@link #recordReads}. */
  public boolean wasRead() {
    return slots.read != null && !slots.read.isEmpty();
  }

  /** True if a key was asked for since {@link #recordReads}. */
  public boolean wasRead(String key) {
    return slots.read != null && slots.read.contains(key);
  }

  private void checkMutable() {
    if (slots.frozen) {
      throw new UnsupportedOperationException("this table is shared; change a deepCopy()");
    }
  }
}
