package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.from;
import static dev.pintle.render.function.Arguments.items;
import static dev.pintle.render.function.Arguments.number;
import static dev.pintle.values.GoType.ANY;
import static dev.pintle.values.GoType.INT;
import static dev.pintle.values.GoType.LIST;
import static dev.pintle.values.GoType.LIST_LIST;

import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Sprig's functions on lists. They take slices of any type, give new ones of {@code []interface
 * {}}, and leave the old ones as they were. The forms with {@code must} differ in Go alone, where
 * the others panic: to a template the message is the same.
 */
public final class ListFunctions {

  private ListFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    List<GoType> one = List.of(ANY);
    List<GoType> two = List.of(ANY, ANY);
    f.addVariadic("list", List.of(), ANY, (x, a) -> Sequence.of(a.clone()));
    f.alias("tuple", "list");
    f.addVariadic("concat", List.of(), ANY, (x, a) -> concat(x, a));
    add(f, "first", one, (x, a) -> end(a[0], "Cannot find first on type ", true));
    add(f, "last", one, (x, a) -> end(a[0], "Cannot find last on type ", false));
    add(f, "rest", one, (x, a) -> rest(items(a[0], "Cannot find rest on type ")));
    add(f, "initial", one, (x, a) -> initial(items(a[0], "Cannot find initial on type ")));
    add(f, "push", two, (x, a) -> push(items(a[0], "Cannot push on type "), a[1]));
    f.alias("append", "push");
    f.alias("mustAppend", "push");
    add(f, "prepend", two, (x, a) -> prepend(items(a[0], "Cannot prepend on type "), a[1]));
    add(f, "reverse", one, (x, a) -> reverse(items(a[0], "Cannot find reverse on type ")));
    add(f, "compact", one, (x, a) -> compact(items(a[0], "Cannot compact on type ")));
    add(f, "uniq", one, (x, a) -> unique(x, items(a[0], "Cannot find uniq on type ")));
    add(
        f,
        "has",
        two,
        (x, a) -> a[1] != null && contains(x, items(a[1], "Cannot find has on type "), a[0]));
    add(
        f,
        "chunk",
        List.of(INT, ANY),
        (x, a) -> chunk(number(a, 0), items(a[1], "Cannot chunk type ")));
    for (String name : List.of("without", "mustWithout")) {
      f.addVariadic(
          name,
          one,
          ANY,
          (x, a) -> without(x, items(a[0], "Cannot find without on type "), from(a, 1)));
    }
    for (String name : List.of("slice", "mustSlice")) {
      f.addVariadic(name, one, ANY, (x, a) -> slice(a));
    }
  }

  private static void add(
      Functions.Builder f, String name, List<GoType> parameters, Function.Body body) {
    f.add(name, parameters, body);
    f.alias("must" + Character.toUpperCase(name.charAt(0)) + name.substring(1), name);
  }

  private static Object end(Object list, String failure, boolean first) {
    List<Object> items = items(list, failure);
    if (items.isEmpty()) {
      return null;
    }
    return items.get(first ? 0 : items.size() - 1);
  }

  private static Sequence rest(List<Object> items) {
    return items.isEmpty() ? Sequence.nil(LIST) : Sequence.copyOf(items.subList(1, items.size()));
  }

  private static Sequence initial(List<Object> items) {
    return items.isEmpty()
        ? Sequence.nil(LIST)
        : Sequence.copyOf(items.subList(0, items.size() - 1));
  }

  private static Sequence push(List<Object> items, Object item) {
    Object[] result = new Object[items.size() + 1];
    items.toArray(result);
    result[items.size()] = item;
    return Sequence.of(result);
  }

  private static Sequence prepend(List<Object> items, Object item) {
    Object[] result = new Object[items.size() + 1];
    result[0] = item;
    for (int i = 0; i < items.size(); i++) {
      result[i + 1] = items.get(i);
    }
    return Sequence.of(result);
  }

  private static Sequence reverse(List<Object> items) {
    Object[] result = new Object[items.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = items.get(result.length - 1 - i);
    }
    return Sequence.of(result);
  }

  private static Sequence compact(List<Object> items) {
    return Sequence.copyOf(items.stream().filter(item -> !LogicFunctions.isEmpty(item)).toList());
  }

  private static Sequence unique(Execution execution, List<Object> items) {
    List<Object> unique = new ArrayList<>(items.size());
    for (Object item : items) {
      if (!contains(execution, unique, item)) {
        unique.add(item);
      }
    }
    return Sequence.copyOf(unique);
  }

  private static boolean contains(Execution execution, Collection<Object> items, Object wanted) {
    for (Object item : items) {
      if (DeepEquality.equal(execution, wanted, item)) {
        return true;
      }
    }
    return false;
  }

  private static Sequence without(Execution execution, List<Object> items, List<Object> unwanted) {
    List<Object> kept = new ArrayList<>(items.size());
    for (Object item : items) {
      if (!contains(execution, unwanted, item)) {
        kept.add(item);
      }
    }
    return Sequence.copyOf(kept);
  }

  /** Of nothing, a nil slice; the lists may be of different types. */
  private static Sequence concat(Execution execution, Object[] lists) {
    List<Object> all = new ArrayList<>();
    for (Object list : lists) {
      List<Object> items = Arguments.itemsOrNull(list);
      if (items == null) {
        throw new FunctionException(
            list == null
                ? Arguments.NIL_POINTER
                : "Cannot concat type " + GoType.kindOf(list) + " as list");
      }
      Arguments.willBuildItems(execution, all.size() + (long) items.size());
      all.addAll(items);
    }
    return all.isEmpty() ? Sequence.nil(LIST) : Sequence.copyOf(all);
  }

  /** From one index to another, or to the end; the result has the type of the list. */
  private static Object slice(Object[] arguments) {
    List<Object> items = items(arguments[0], "list should be type of slice or array but ");
    if (items.isEmpty()) {
      return null;
    }
    long from = arguments.length > 1 ? Casts.toLong(arguments[1]) : 0;
    long to = arguments.length > 2 ? Casts.toLong(arguments[2]) : items.size();
    if (from < 0 || to < from || to > items.size()) {
      throw new FunctionException("reflect.Value.Slice: slice index out of bounds");
    }
    if (arguments[0] instanceof byte[] bytes) {
      return Arrays.copyOfRange(bytes, (int) from, (int) to);
    }
    return Sequence.ofType(((Sequence) items).type(), items.subList((int) from, (int) to));
  }

  /**
   * Lists of that size. Go computes their number, and the size of the last one, in floating point:
   * that decides what sizes give that are not positive.
   */
  private static Sequence chunk(long size, List<Object> items) {
    int length = items.size();
    long count = Casts.truncated(Math.floor((length - 1.0) / size) + 1);
    long last = Casts.truncated(Math.floor((double) length % size));
    last = last == 0 ? size : last;
    if (count < 0 || count > 0 && last < 0 || count > 1 && size < 0) {
      throw new FunctionException("runtime error: makeslice: len out of range");
    }
    Object[] chunks = new Object[(int) count];
    for (int i = 0; i < chunks.length; i++) {
      int from = (int) (i * size);
      int to = (int) (from + (i == chunks.length - 1 ? last : size));
      chunks[i] = Sequence.copyOf(items.subList(from, to));
    }
    return Sequence.ofType(LIST_LIST, chunks);
  }
}
