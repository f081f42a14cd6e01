package dev.pintle.go.json;

import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes over a value and all that is in it, in the order in which an encoder writes it.
 *
 * <p>Values may be nested as deeply as memory allows: nothing recurses. A table that contains
 * itself, as {@code set $x "self" $x} makes one, is noticed where Go's {@code encoding/json}
 * notices it.
 *
 * @param <E> what the sink throws when it cannot write a value
 */
public final class ValueWalker<E extends Exception> {

  /** Go looks for cycles only in what is nested more deeply than this. */
  private static final int UNSUSPICIOUS_DEPTH = 1000;

  private final Sink<E> sink;
  private Frame[] frames = new Frame[8];
  private int depth;
  private Set<Object> open;

  /** Takes what the walker meets. */
  public interface Sink<E extends Exception> {

    /** The entries of a map as they are to be written; may give back what it got. */
    default Map.Entry<String, Object>[] ordered(Map.Entry<String, Object>[] byByteOrder) {
      return byByteOrder;
    }

    /** The fields of a struct as they are to be written; may give back what it got. */
    default Map.Entry<String, Object>[] fields(Map.Entry<String, Object>[] asDeclared) {
      return asDeclared;
    }

    /** What stands for an object that is none of the values that the walker knows. */
    default Object valueOf(GoObject object) {
      return object.jsonValue();
    }

    /** Whether a nil map or list is to be told of as a scalar null, and not as an empty one. */
    default boolean takesNilAsNull() {
      return true;
    }

    /** A value that is neither map nor list; null too. */
    void scalar(Object value) throws E;

    /** A map starts; its keys and values follow, each key before its value. */
    void beginMap(int size) throws E;

    /** The key of the value that comes next. */
    void key(String key) throws E;

    /** The map that started last has ended. */
    void endMap() throws E;

    /** A list starts; its items follow. */
    void beginList(int size) throws E;

    /** The list that started last has ended. */
    void endList() throws E;

    /** The error for a value that contains itself, which Go calls by its type. */
    E cycle(String goType);
  }

  private static final class Frame {
    private Object container;
    private Map.Entry<String, Object>[] entries;
    private List<?> items;
    private int next;
    private int size;
  }

  private ValueWalker(Sink<E> sink) {
    this.sink = sink;
  }

  /** Tells the sink of the value and of all that is in it. */
  public static <E extends Exception> void walk(Object value, Sink<E> sink) throws E {
    new ValueWalker<>(sink).walk(value);
  }

  private void walk(Object value) throws E {
    visit(value);
    while (depth > 0) {
      Frame frame = frames[depth - 1];
      if (frame.next == frame.size) {
        leave(frame);
      } else if (frame.entries != null) {
        Map.Entry<String, Object> entry = frame.entries[frame.next++];
        sink.key(entry.getKey());
        visit(entry.getValue());
      } else {
        visit(frame.items.get(frame.next++));
      }
    }
  }

  private void visit(Object found) throws E {
    Object value = found;
    while (value instanceof GoObject object) {
      value = sink.valueOf(object);
    }
    if (isNil(value) && sink.takesNilAsNull()) {
      value = null;
    }
    if (value instanceof Map<?, ?> map) {
      Frame frame = enter(map);
      frame.entries = entries(map);
      frame.items = null;
      frame.size = frame.entries.length;
      sink.beginMap(frame.size);
    } else if (value instanceof List<?> list) {
      Frame frame = enter(list);
      frame.size = list.size();
      sink.beginList(frame.size);
      frame.entries = null;
      frame.items = list;
    } else {
      sink.scalar(value);
    }
  }

  private static boolean isNil(Object value) {
    return value instanceof Table table && table.isNil()
        || value instanceof Sequence sequence && sequence.isNil();
  }

  @SuppressWarnings("unchecked") // Maps of other keys are none of our values.
  private Map.Entry<String, Object>[] entries(Map<?, ?> map) {
    return map instanceof Table table
        ? sink.ordered(table.sorted())
        : sink.fields(((Map<String, Object>) map).entrySet().toArray(new Map.Entry[0]));
  }

  private Frame enter(Object container) throws E {
    if (depth >= UNSUSPICIOUS_DEPTH) {
      if (open == null) {
        open = Collections.newSetFromMap(new IdentityHashMap<>());
      }
      if (!open.add(container)) {
        throw sink.cycle(GoType.nameOf(container));
      }
    }
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    Frame frame = frames[depth];
    if (frame == null) {
      frame = new Frame();
      frames[depth] = frame;
    }
    depth++;
    frame.container = container;
    frame.next = 0;
    return frame;
  }

  private void leave(Frame frame) throws E {
    depth--;
    if (depth >= UNSUSPICIOUS_DEPTH) {
      open.remove(frame.container);
    }
    if (frame.entries != null) {
      sink.endMap();
    } else {
      sink.endList();
    }
  }
}
