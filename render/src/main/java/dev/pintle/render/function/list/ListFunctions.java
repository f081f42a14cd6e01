package dev.pintle.render.function.list;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.INT;
import static dev.pintle.values.GoType.LIST_LIST;

import dev.pintle.render.function.Effort;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.Truth;
import dev.pintle.render.function.number.Casts;
import dev.pintle.render.function.reflect.DeepEquality;
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

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("list", ANY.many(), items -> Sequence.of(items.clone())).alsoCalled("tuple"),
        of("concat", ANY.many(), ListFunctions::concat),
        of("first", ANY, ListFunctions::first).alsoCalled("mustFirst").picking(),
        of("last", ANY, ListFunctions::last).alsoCalled("mustLast").picking(),
        of("rest", ANY, ListFunctions::rest).alsoCalled("mustRest"),
        of("initial", ANY, ListFunctions::initial).alsoCalled("mustInitial"),
        of("push", ANY, ANY, ListFunctions::push).alsoCalled("mustPush", "append", "mustAppend"),
        of("prepend", ANY, ANY, ListFunctions::prepend).alsoCalled("mustPrepend"),
        of("reverse", ANY, ListFunctions::reverse).alsoCalled("mustReverse"),
        of("compact", ANY, ListFunctions::compact).alsoCalled("mustCompact"),
        of("uniq", ANY, ListFunctions::unique).alsoCalled("mustUniq"),
        of("has", ANY, ANY, ListFunctions::has).alsoCalled("mustHas"),
        of("chunk", INT, ANY, ListFunctions::chunk).alsoCalled("mustChunk"),
        of("without", ANY.oneOrMore(), ListFunctions::without).alsoCalled("mustWithout"),
        of("slice", ANY.oneOrMore(), ListFunctions::slice).alsoCalled("mustSlice"));
  }

  private static Object first(Object list) {
    List<Object> items = Items.of(list, "Cannot find first on type ");
    return items.isEmpty() ? null : items.get(0);
  }

  private static Object last(Object list) {
    List<Object> items = Items.of(list, "Cannot find last on type ");
    return items.isEmpty() ? null : items.get(items.size() - 1);
  }

  private static Sequence rest(Object list) {
    List<Object> items = Items.of(list, "Cannot find rest on type ");
    return items.isEmpty()
        ? Sequence.nil(GoType.LIST)
        : Sequence.copyOf(items.subList(1, items.size()));
  }

  private static Sequence initial(Object list) {
    List<Object> items = Items.of(list, "Cannot find initial on type ");
    return items.isEmpty()
        ? Sequence.nil(GoType.LIST)
        : Sequence.copyOf(items.subList(0, items.size() - 1));
  }

  private static Sequence push(Object list, Object item) {
    List<Object> items = Items.of(list, "Cannot push on type ");
    Object[] result = new Object[items.size() + 1];
    items.toArray(result);
    result[items.size()] = item;
    return Sequence.of(result);
  }

  private static Sequence prepend(Object list, Object item) {
    List<Object> items = Items.of(list, "Cannot prepend on type ");
    Object[] result = new Object[items.size() + 1];
    result[0] = item;
    for (int i = 0; i < items.size(); i++) {
      result[i + 1] = items.get(i);
    }
    return Sequence.of(result);
  }

  private static Sequence reverse(Object list) {
    List<Object> items = Items.of(list, "Cannot find reverse on type ");
    Object[] result = new Object[items.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = items.get(result.length - 1 - i);
    }
    return Sequence.of(result);
  }

  private static Sequence compact(Object list) {
    List<Object> items = Items.of(list, "Cannot compact on type ");
    return Sequence.copyOf(items.stream().filter(Truth::of).toList());
  }

  private static Sequence unique(Execution execution, Object list) {
    List<Object> items = Items.of(list, "Cannot find uniq on type ");
    List<Object> unique = new ArrayList<>(items.size());
    for (Object item : items) {
      if (!contains(execution, unique, item)) {
        unique.add(item);
      }
    }
    return Sequence.copyOf(unique);
  }

  private static boolean has(Execution execution, Object item, Object list) {
    return list != null && contains(execution, Items.of(list, "Cannot find has on type "), item);
  }

  private static boolean contains(Execution execution, Collection<Object> items, Object wanted) {
    for (Object item : items) {
      if (DeepEquality.areEqual(execution, wanted, item)) {
        return true;
      }
    }
    return false;
  }

  /** The list first, then what is unwanted. */
  private static Sequence without(Execution execution, Object[] arguments) {
    List<Object> items = Items.of(arguments[0], "Cannot find without on type ");
    List<Object> unwanted = Arrays.asList(arguments).subList(1, arguments.length);
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
      List<Object> items = Items.orNull(list);
      if (items == null) {
        throw list == null
            ? FunctionException.nilPointer()
            : new FunctionException("Cannot concat type " + GoType.kindOf(list) + " as list");
      }
      Effort.willBuildItems(execution, all.size() + (long) items.size());
      all.addAll(items);
    }
    return all.isEmpty() ? Sequence.nil(GoType.LIST) : Sequence.copyOf(all);
  }

  /** From one index to another, or to the end; the result has the type of the list. */
  private static Object slice(Object[] arguments) {
    List<Object> items = Items.of(arguments[0], "list should be type of slice or array but ");
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
  private static Sequence chunk(long size, Object list) {
    List<Object> items = Items.of(list, "Cannot chunk type ");
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
