package dev.pintle.render.gotemplate.run;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.render.gotemplate.fault.Culprit;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.function.LongFunction;

/** {@code range} over a list, a map in the order of its keys, or the numbers below an integer. */
public final class RangeStep extends Step {

  private static final int NONE = -1;

  private final Expression pipeline;
  private final int indexSlot;
  private final int elementSlot;
  private final Step body;
  private final Step otherwise;

  /**
   * A loop.
   *
   * @param slots the variables: none, the element's, or the index's and the element's
   * @param otherwise what is done if there is no element, or null
   */
  public RangeStep(Expression pipeline, int[] slots, Step body, Step otherwise) {
    this.pipeline = pipeline;
    this.indexSlot = slots.length > 1 ? slots[0] : NONE;
    this.elementSlot = slots.length == 0 ? NONE : slots[slots.length - 1];
    this.body = body;
    this.otherwise = otherwise;
  }

  @Override
  Flow run(Frame frame) {
    Object value = pipeline.eval(frame);
    Object dot = frame.dot;
    boolean dotIsElement = frame.dotIsElement;
    if (!loop(frame, value)) {
      // In Go a break in the other branch ends this range, a continue belongs to the one around.
      boolean goesOn = otherwise == null || otherwise.run(frame) != Flow.CONTINUE;
      return goesOn ? Flow.ON : Flow.CONTINUE;
    }
    frame.dot = dot;
    frame.dotIsElement = dotIsElement;
    return Flow.ON;
  }

  /** Runs the body for each element; false if there is none. */
  private boolean loop(Frame frame, Object value) {
    Object plain = GoObject.underlying(value);
    if (plain instanceof Sequence sequence) {
      return overSequence(frame, sequence);
    } else if (plain instanceof Table table) {
      return overTable(frame, table);
    } else if (plain instanceof byte[] bytes) {
      return overBytes(frame, bytes);
    } else if (plain instanceof Number number && !(plain instanceof Double)) {
      return overNumbers(frame, number, value);
    } else if (plain == null) {
      return false;
    }
    throw frame
        .fault("range can't iterate over " + shown(value))
        .blame(new Culprit.Value(pipeline));
  }

  /** A value as {@code %v} prints it once Go has followed the pointer that it may be. */
  private static String shown(Object value) {
    String text = GoFormat.toString(value);
    return text.startsWith("&") && GoType.kindOf(value).equals("ptr") ? text.substring(1) : text;
  }

  private boolean overSequence(Frame frame, Sequence sequence) {
    boolean elements = sequence.type() == GoType.LIST;
    int size = sequence.size();
    for (int i = 0; i < size; i++) {
      Object element = sequence.get(i);
      if (!once(frame, indexSlot == NONE ? null : GoInt.of(i), element, elements)) {
        break;
      }
    }
    return size > 0;
  }

  private boolean overTable(Frame frame, Table table) {
    boolean elements = table.type().element() == GoType.ANY;
    Table.Slot[] slots = table.sorted();
    for (Table.Slot slot : slots) {
      if (!once(frame, slot.getKey(), slot.getValue(), elements)) {
        break;
      }
    }
    return slots.length > 0;
  }

  private boolean overBytes(Frame frame, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (!once(frame, GoInt.of(i), bytes[i], false)) {
        break;
      }
    }
    return bytes.length > 0;
  }

  private boolean overNumbers(Frame frame, Number number, Object value) {
    if (indexSlot != NONE) {
      throw frame.fault(
          "can't use " + GoFormat.toString(value) + " to iterate over more than one variable");
    }
    LongFunction<Object> typed = typed(number);
    long end = number instanceof Byte bits ? bits & 0xFF : number.longValue();
    boolean endless = number instanceof GoUint64 && end < 0;
    for (long i = 0; endless || i < end; i++) {
      if (!once(frame, null, typed.apply(i), false)) {
        break;
      }
    }
    return endless || end > 0;
  }

  /** Makes numbers of the type that this one has. */
  private static LongFunction<Object> typed(Number number) {
    if (number instanceof GoInt) {
      return GoInt::of;
    } else if (number instanceof Integer) {
      return i -> (int) i;
    } else if (number instanceof Byte) {
      return i -> (byte) i;
    }
    return number instanceof GoUint64 ? GoUint64::of : i -> i;
  }

  /** Runs the body for one element; false if the loop shall end. */
  private boolean once(Frame frame, Object index, Object value, boolean isElement) {
    frame.rendering.execution().step();
    Object element = isElement ? NilInterface.wrap(value) : value;
    if (elementSlot != NONE) {
      if (isElement) {
        frame.setElement(elementSlot, element);
      } else {
        frame.set(elementSlot, element);
      }
      if (indexSlot != NONE) {
        frame.set(indexSlot, index);
      }
    }
    frame.dot = element;
    frame.dotIsElement = isElement;
    return body.run(frame) != Flow.BREAK;
  }
}
