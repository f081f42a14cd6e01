package dev.pintle.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import dev.pintle.render.function.Truth;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The language's own blocks: {@code if}, {@code unless}, {@code each}, {@code with}. They are ours,
 * not the library's, so that what is true is what is true for Helm's functions, {@code each} goes
 * over tables in the order of their keys, and the rendering knows where it is. Each gives the text
 * that it makes.
 */
final class BlockHelpers {

  /** The names of these blocks. */
  static final Set<String> NAMES = Set.of("if", "unless", "each", "with");

  private BlockHelpers() {}

  static Map<String, Helper<?>> all() {
    Helper<Object> when = (value, options) -> branch(options, isTrue(value, options));
    Helper<Object> unless = (value, options) -> branch(options, !isTrue(value, options));
    Helper<Object> each = (value, options) -> each(new Call(value, options), value);
    Helper<Object> with = (value, options) -> with(options, ChartValues.of(value));
    return Map.of("if", when, "unless", unless, "each", each, "with", with);
  }

  /**
   * What a value does as a block: a list is gone over, a table becomes the dot, all else decides.
   */
  static String section(Call call, Object value) {
    Object plain = ChartValues.plain(value);
    if (plain instanceof Sequence) {
      return each(call, value);
    }
    return plain instanceof Table
        ? with(call.options(), value)
        : branch(call.options(), Truth.of(ChartValues.of(value)));
  }

  private static boolean isTrue(Object value, Options options) {
    boolean zeroIsTrue = Boolean.TRUE.equals(options.hash.get("includeZero"));
    return zeroIsTrue && value instanceof Number || Truth.of(ChartValues.of(value));
  }

  /** The body of the block, or what it has for the other case. */
  static String branch(Options options, boolean isBody) {
    return block(options, isBody ? options.fn : options.inverse, options.context);
  }

  private static String block(Options options, Template body, Context context) {
    Rendering rendering = Rendering.of(options.context);
    return rendering.captured(() -> rendering.body(body, context));
  }

  private static String with(Options options, Object value) {
    if (!Truth.of(value)) {
      return branch(options, false);
    }
    Context context = Context.newContext(options.context, value);
    return block(options, options.fn, named(options, context, value));
  }

  /** The context of a body that names its values: {@code as |item index|}. */
  private static Context named(Options options, Context context, Object... values) {
    return options.blockParams.isEmpty()
        ? context
        : Context.newBlockParamContext(context, options.blockParams, Arrays.asList(values));
  }

  private static String each(Call call, Object value) {
    Options options = call.options();
    Object plain = ChartValues.plain(ChartValues.of(value));
    if (!Truth.of(plain)) {
      return branch(options, false);
    } else if (plain instanceof Sequence list) {
      return call.rendering().captured(() -> overList(options, list));
    } else if (plain instanceof Table table) {
      return call.rendering().captured(() -> overTable(options, table.sorted()));
    }
    throw call.failure("each goes over lists and maps, not over a " + GoType.nameOf(plain));
  }

  private static void overList(Options options, Sequence list) {
    int size = list.size();
    for (int i = 0; i < size; i++) {
      once(options, list.get(i), GoInt.of(i), i, size);
    }
  }

  private static void overTable(Options options, Table.Slot[] slots) {
    for (int i = 0; i < slots.length; i++) {
      once(options, slots[i].getValue(), slots[i].getKey(), i, slots.length);
    }
  }

  private static void once(Options options, Object item, Object key, int index, int size) {
    Context context = Context.newContext(options.context, item);
    context.combine("@key", key);
    context.combine("@index", GoInt.of(index));
    context.combine("@first", index == 0);
    context.combine("@last", index == size - 1);
    Rendering.of(options.context).body(options.fn, named(options, context, item, key));
  }
}
