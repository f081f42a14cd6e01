package dev.pintle.render.function.dict;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.MAP;
import static dev.pintle.render.function.Param.STRING;
import static dev.pintle.values.GoType.STRING_LIST;

import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.text.Texts;
import dev.pintle.template.Execution;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sprig's functions on maps. Where Go's order of keys is random, theirs is sorted. {@code set},
 * {@code unset} and the merging functions change their first argument.
 */
public final class DictFunctions {

  private DictFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("dict", ANY.many(), DictFunctions::dict),
        of("get", MAP, STRING, DictFunctions::get).picking(),
        of("set", MAP, STRING, ANY, DictFunctions::set),
        of("unset", MAP, STRING, DictFunctions::unset),
        of("hasKey", MAP, STRING, (map, key) -> map.containsKey(key)),
        of("pluck", STRING, MAP.many(), DictFunctions::pluck),
        of("keys", MAP.many(), DictFunctions::keys),
        of("values", MAP, map -> Sequence.copyOf(map.values())),
        of("pick", MAP, STRING.many(), DictFunctions::pick),
        of("omit", MAP, STRING.many(), DictFunctions::omit),
        of("dig", ANY.many(), DictFunctions::dig).picking(),
        of("deepCopy", ANY, DictFunctions::deepCopy).alsoCalled("mustDeepCopy"),
        of("merge", MAP.oneOrMore(), (x, maps) -> merge(x, maps, false)).alsoCalled("mustMerge"),
        of("mergeOverwrite", MAP.oneOrMore(), (x, maps) -> merge(x, maps, true))
            .alsoCalled("mustMergeOverwrite"));
  }

  private static Table dict(Execution execution, Object[] pairs) {
    Table table = new Table();
    for (int i = 0; i < pairs.length; i += 2) {
      table.put(Texts.of(execution, pairs[i]), i + 1 < pairs.length ? pairs[i + 1] : "");
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

  private static Sequence pluck(String key, Table[] tables) {
    List<Object> found = new ArrayList<>(tables.length);
    for (Table table : tables) {
      Table.Slot slot = table.slot(key);
      if (slot != null) {
        found.add(slot.getValue());
      }
    }
    return Sequence.copyOf(found);
  }

  private static Sequence keys(Table[] tables) {
    List<String> keys = new ArrayList<>();
    for (Table table : tables) {
      for (Table.Slot slot : table.sorted()) {
        keys.add(slot.getKey());
      }
    }
    return Sequence.ofType(STRING_LIST, keys);
  }

  private static Table pick(Table table, String[] keys) {
    Table picked = new Table();
    for (String key : keys) {
      Table.Slot slot = table.slot(key);
      if (slot != null) {
        picked.put(slot);
      }
    }
    return picked;
  }

  private static Table omit(Table table, String[] keys) {
    List<String> unwanted = Arrays.asList(keys);
    Table kept = new Table();
    for (Table.Slot slot : table.sorted()) {
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
      Table.Slot slot = checkedMap(value).slot((String) arguments[i]);
      if (slot == null) {
        return arguments[keys];
      }
      value = slot.getValue();
    }
    return value;
  }

  /** {@code .Values} is no plain map to {@code dig}, though its maps are. */
  private static Table checkedMap(Object value) {
    if (value instanceof Table table && table.type() == GoType.MAP) {
      return table;
    }
    throw notA(GoType.MAP, value);
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

  private static Table merge(Execution execution, Table[] tables, boolean overwrite) {
    Table target = tables[0];
    for (int i = 1; i < tables.length; i++) {
      Table source = tables[i];
      if (target.isNil() && !source.isNil()) {
        target = new Table();
      }
      Merging.merge(execution, target, source, overwrite);
    }
    return target;
  }
}
