package dev.pintle.render.function.dict;

import static dev.pintle.values.GoType.STRING_MAP;

import dev.pintle.go.fmt.Nesting;
import dev.pintle.render.function.FunctionException;
import dev.pintle.render.function.Truth;
import dev.pintle.template.Execution;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/**
 * Merges one map into another as dario.cat/mergo v1.0.1 does.
 *
 * <p>The target keeps what it has, unless that is empty (nil, zero, false, without items) or the
 * source overwrites. Maps on both sides are merged, into the target's own. All else is taken over
 * as it is: a map of the source that the target had not becomes a part of both.
 */
final class Merging {

  private final Execution execution;
  private final boolean overwrite;

  private Merging(Execution execution, boolean overwrite) {
    this.execution = execution;
    this.overwrite = overwrite;
  }

  /** Changes the target, and no other map but those in it. */
  static void merge(Execution execution, Table target, Table source, boolean overwrite) {
    new Merging(execution, overwrite).merge(target, source, 0);
  }

  private void merge(Table target, Table source, int depth) {
    Nesting.check(depth);
    if (target.isNil()) {
      return;
    }
    for (Table.Slot slot : source.sorted()) {
      execution.step();
      Object value = slot.getValue();
      Table.Slot old = target.slot(slot.getKey());
      if (value == null) {
        if (overwrite) {
          put(target, source, slot);
        }
        continue;
      }
      if (value instanceof Table from && old != null && old.getValue() instanceof Table into) {
        merge(into, from, depth + 1);
        if (!into.isEmpty()) {
          continue; // an empty one gives way to the source's, even if that is empty too
        }
      }
      if (overwrite || old == null || !Truth.of(old.getValue())) {
        put(target, source, slot);
      }
    }
  }

  /** A map of strings takes nothing but what comes out of another one. */
  private static void put(Table target, Table source, Table.Slot slot) {
    if (target.type() == STRING_MAP && source.type() != STRING_MAP) {
      String type =
          slot.getValue() instanceof Sequence list ? list.type().goName() : "interface {}";
      throw new FunctionException(
          "reflect.Value.SetMapIndex: value of type " + type + " is not assignable to type string");
    }
    target.put(slot);
  }
}
