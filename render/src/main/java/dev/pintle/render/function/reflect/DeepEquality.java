package dev.pintle.render.function.reflect;

import dev.pintle.go.fmt.Nesting;
import dev.pintle.render.function.Effort;
import dev.pintle.template.Execution;
import dev.pintle.values.GoObject;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Arrays;

/**
 * Go's {@code reflect.DeepEqual}: equal values of equal types, all the way down. {@code 1} is not
 * {@code 1.0}, a nil list is not an empty one, and NaN is not even itself, but in the same list.
 */
public final class DeepEquality {

  private final Execution execution;

  private DeepEquality(Execution execution) {
    this.execution = execution;
  }

  /** Whether two values are equal, within the limits of the execution. */
  public static boolean areEqual(Execution execution, Object a, Object b) {
    return new DeepEquality(execution).equal(a, b, 0);
  }

  private boolean equal(Object a, Object b, int depth) {
    Nesting.check(depth);
    execution.step();
    if (a instanceof Double x && b instanceof Double y) {
      return x.doubleValue() == y.doubleValue();
    }
    if (a == b) {
      return true;
    }
    if (a instanceof Table x && b instanceof Table y) {
      return equalTables(x, y, depth);
    }
    if (a instanceof Sequence x && b instanceof Sequence y) {
      return equalSequences(x, y, depth);
    }
    if (a instanceof byte[] x && b instanceof byte[] y) {
      return Arrays.equals(x, y);
    }
    if (a instanceof GoObject x && b instanceof GoObject y) {
      return equalObjects(x, y, depth);
    }
    if (a instanceof String x && b instanceof String y) {
      Effort.compared(execution, Math.min(x.length(), y.length()));
    }
    return a != null && a.equals(b);
  }

  private boolean equalTables(Table a, Table b, int depth) {
    if (a.type() != b.type() || a.size() != b.size() || a.isNil() != b.isNil()) {
      return false;
    }
    for (Table.Slot slot : a.sorted()) {
      Table.Slot other = b.slot(slot.getKey());
      if (other == null || !equal(slot.getValue(), other.getValue(), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalSequences(Sequence a, Sequence b, int depth) {
    if (a.type() != b.type() || a.size() != b.size() || a.isNil() != b.isNil()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean equalObjects(GoObject a, GoObject b, int depth) {
    if (!a.goTypeName().equals(b.goTypeName())) {
      return false;
    }
    boolean plain = a.underlying() == a || b.underlying() == b;
    return plain ? a.equals(b) : equal(a.underlying(), b.underlying(), depth + 1);
  }
}
