package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.table;
import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.ANY;
import static dev.pintle.values.GoType.MAP;
import static dev.pintle.values.GoType.STRING;
import static dev.pintle.values.GoType.STRING_LIST;

import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Sprig's functions on maps. Where Go's order of keys is random, theirs is sorted. {@code set},
 * {@code unset} and the merging functions change their first argument.
 */
public final class DictFunctions {

  private DictFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    f.addVariadic("dict", List.of(), ANY, (x, a) -> dict(x, a));
    f.add("get", List.of(MAP, STRING), (x, a) -> get(table(a, 0), text(a, 1)));
    f.add("set", List.of(MAP, STRING, ANY), (x, a) -> set(table(a, 0), text(a, 1), a[2]));
    f.add("unset", List.of(MAP, STRING), (x, a) -> unset(table(a, 0), text(a, 1)));
    f.add("hasKey", List.of(MAP, STRING), (x, a) -> table(a, 0).containsKey(text(a, 1)));
    f.addVariadic("pluck", List.of(STRING), MAP, (x, a) -> pluck(a));
    f.addVariadic("keys", List.of(), MAP, (x, a) -> keys(a));
    f.add("values", List.of(MAP), (x, a) -> Sequence.copyOf(table(a, 0).values()));
    f.addVariadic("pick", List.of(MAP), STRING, (x, a) -> pick(a));
    f.addVariadic("omit", List.of(MAP), STRING, (x, a) -> omit(a));
    f.addVariadic("dig", List.of(), ANY, (x, a) -> dig(a));
    f.add("deepCopy", List.of(ANY), (x, a) -> deepCopy(x, a[0]));
    f.alias("mustDeepCopy", "deepCopy");
    f.addVariadic("merge", List.of(MAP), MAP, (x, a) -> merge(x, a, false));
    f.alias("mustMerge", "merge");
    f.addVariadic("mergeOverwrite", List.of(MAP), MAP, (x, a) -> merge(x, a, true));
    f.alias("mustMergeOverwrite", "mergeOverwrite");
  }

  private static Table dict(Execution execution, Object[] pairs) {
    Table table = new Table();
    for (int i = 0; i < pairs.length; i += 2) {
      table.put(Arguments.toText(execution, pairs[i]), i + 1 < pairs.length ? pairs[i + 1] : "");
    }
    return table;
  }

  private static Object get(Table table, String key) {
    Table.Slot slot = table.slot(key);
    return slot == null ? "" : slot.getValue();
  }

  private static Table set(Table table, String key, Object value) {
    if (table.isNil()) {
      throw new FunctionException("assignment to entry in nil map");
    }
    table.put(key, value);
    return table;
  }

  private static Table unset(Table table, String key) {
    if (!table.isNil()) {
      table.remove(key);
    }
    return table;
  }

  private static Sequence pluck(Object[] arguments) {
    List<Object> found = new ArrayList<>(arguments.length);
    for (int i = 1; i < arguments.length; i++) {
      Table.Slot slot = table(arguments, i).slot(text(arguments, 0));
      if (slot != null) {
        found.add(slot.getValue());
      }
    }
    return Sequence.copyOf(found);
  }

  private static Sequence keys(Object[] tables) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      for (Table.Slot slot : table(tables, i).sorted()) {
        keys.add(slot.getKey());
      }
    }
    return Sequence.ofType(STRING_LIST, keys);
  }

  private static Table pick(Object[] arguments) {
    Table picked = new Table();
    for (int i = 1; i < arguments.length; i++) {
      Table.Slot slot = table(arguments, 0).slot(text(arguments, i));
      if (slot != null) {
        picked.put(slot);
      }
    }
    return picked;
  }

  private static Table omit(Object[] arguments) {
    List<Object> unwanted = Arguments.from(arguments, 1);
    Table kept = new Table();
    for (Table.Slot slot : table(arguments, 0).sorted()) {
      if (!unwanted.contains(slot.getKey())) {
        kept.put(slot);
      }
    }
    return kept;
  }

  /** {@code dig "a" "b" default map}: what is at a.b, or the default if a key is missing. */
  private static Object dig(Object[] arguments) {
    int keys = arguments.length - 2;
    if (keys < 1) {
      throw new FunctionException("dig needs at least three arguments");
    }
    Object value = checkedMap(arguments[keys + 1]);
    for (int i = 0; i < keys; i++) {
      if (!(arguments[i] instanceof String)) {
        throw notA(GoType.STRING, arguments[i]);
      }
    }
    for (int i = 0; i < keys; i++) {
      Table.Slot slot = checkedMap(value).slot(text(arguments, i));
      if (slot == null) {
        return arguments[keys];
      }
      value = slot.getValue();
    }
    return value;
  }

  /** {@code .Values} is no plain map to {@code dig}, though its maps are. */
  private static Table checkedMap(Object value) {
    if (value instanceof Table table && table.type() == MAP) {
      return table;
    }
    throw notA(MAP, value);
  }

  private static FunctionException notA(GoType wanted, Object value) {
    return new FunctionException(
        "interface conversion: interface {} is "
            + (value == null ? "nil" : GoType.nameOf(value))
            + ", not "
            + wanted.goName());
  }

  private static Object deepCopy(Execution execution, Object value) {
    if (value == null) {
      throw new FunctionException("reflect: call of reflect.Value.Type on zero Value");
    }
    return DeepCopies.of(execution, value);
  }

  private static Table merge(Execution execution, Object[] tables, boolean overwrite) {
    Table target = table(tables, 0);
    for (int i = 1; i < tables.length; i++) {
      Table source = table(tables, i);
      if (target.isNil() && !source.isNil()) {
        target = new Table();
      }
      Merging.merge(execution, target, source, overwrite);
    }
    return target;
  }
}
