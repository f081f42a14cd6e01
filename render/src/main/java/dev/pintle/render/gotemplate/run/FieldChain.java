package dev.pintle.render.gotemplate.run;

import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.gotemplate.fault.Culprit;
import dev.pintle.render.gotemplate.fault.NameChain;
import dev.pintle.render.gotemplate.fault.Scene;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Operand;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;
import java.util.List;

/**
 * Fields taken one after the other: {@code .a.b} of the dot, {@code $x.a.b} of a variable, {@code
 * (f).a.b} of any value. A field is an entry of a map, a field of an object, or a method; arguments
 * go to the last one.
 */
public final class FieldChain extends Expression implements NameChain {

  private static final Expression[] NO_ARGUMENTS = {};

  /** Where the first receiver comes from, if it is neither dot nor variable; else null. */
  private final Expression of;

  /** The variable that is the first receiver; -1 for the dot. */
  private final int slot;

  private final String[] names;
  private final boolean[] methodsOfValues;
  private final Expression[] arguments;
  private final Expression piped;

  private FieldChain(
      Node node,
      Expression of,
      int slot,
      List<String> names,
      Expression[] arguments,
      Expression piped) {
    super(node);
    this.of = of;
    this.slot = slot;
    this.names = names.toArray(new String[0]);
    this.methodsOfValues = new boolean[this.names.length];
    for (int i = 0; i < this.names.length; i++) {
      methodsOfValues[i] = ValuesMethods.has(this.names[i]);
    }
    this.arguments = arguments;
    this.piped = piped;
  }

  public static FieldChain ofDot(
      Node node, List<String> names, Expression[] arguments, Expression piped) {
    return new FieldChain(node, null, -1, names, arguments, piped);
  }

  public static FieldChain ofVariable(
      Node node, int slot, List<String> names, Expression[] arguments, Expression piped) {
    return new FieldChain(node, null, slot, names, arguments, piped);
  }

  public static FieldChain ofValue(
      Node node, Expression of, List<String> names, Expression[] arguments, Expression piped) {
    return new FieldChain(node, of, -1, names, arguments, piped);
  }

  @Override
  Object eval(Frame frame) {
    Object last = piped == null ? Signature.NOTHING_PIPED : NilInterface.strip(piped.eval(frame));
    frame.at = node();
    Object receiver;
    boolean isElement = false;
    if (of != null) {
      receiver = NilInterface.strip(of.eval(frame));
    } else if (slot >= 0) {
      receiver = frame.variable(slot);
      isElement = frame.isElement(slot);
    } else {
      receiver = frame.dot;
      isElement = frame.dotIsElement;
    }
    return walk(frame, receiver, isElement, last);
  }

  private Object walk(Frame frame, Object first, boolean firstIsElement, Object last) {
    boolean hasArguments = arguments.length > 0 || last != Signature.NOTHING_PIPED;
    int end = hasArguments ? names.length - 1 : names.length;
    Object receiver = first;
    boolean isElement = firstIsElement;
    for (int i = 0; i < end; i++) {
      if (receiver instanceof Table table && !(methodsOfValues[i] && isValues(table))) {
        receiver = entry(table, names[i]);
        isElement = table.type().element() == GoType.ANY;
      } else {
        receiver =
            field(frame, receiver, isElement, first, i, NO_ARGUMENTS, Signature.NOTHING_PIPED);
        isElement = false;
      }
    }
    return hasArguments
        ? field(frame, receiver, isElement, first, names.length - 1, arguments, last)
        : receiver;
  }

  /** Names only, of the dot or a variable, have no effects. */
  @Override
  public NameChain plainNames() {
    return of == null && arguments.length == 0 && piped == null ? this : null;
  }

  @Override
  public boolean isOfDot() {
    return of == null && slot < 0;
  }

  @Override
  public int length() {
    return names.length;
  }

  @Override
  public String name(int index) {
    return names[index];
  }

  @Override
  public Object first(Scene scene) {
    return slot >= 0 ? scene.variable(slot) : scene.dot();
  }

  @Override
  public Object valueAt(Object first, int count) {
    Object value = NilInterface.strip(first);
    for (int i = 0; i < count && value != null; i++) {
      Object plain = GoObject.underlying(value);
      if (plain instanceof Table table) {
        value = table.get(names[i]);
      } else {
        Object field = value instanceof GoValue object ? object.field(names[i]) : null;
        value = field == GoValue.NO_FIELD ? null : field;
      }
    }
    return value;
  }

  @Override
  public String written(int count) {
    StringBuilder text = new StringBuilder();
    if (slot >= 0) {
      text.append(((Operand.Variable) node()).name());
    } else if (of != null) {
      text.append('(').append(of.node().source()).append(')');
    }
    for (int i = 0; i < count; i++) {
      text.append('.').append(names[i]);
    }
    return text.isEmpty() ? DOT : text.toString();
  }

  private static boolean isValues(Table table) {
    return table.type() == GoType.VALUES;
  }

  private static Object entry(Table table, String name) {
    return NilInterface.wrap(table.getOrZero(name));
  }

  private Object field(
      Frame frame,
      Object receiver,
      boolean isElement,
      Object first,
      int index,
      Expression[] args,
      Object last) {
    String name = names[index];
    if (receiver == null) {
      return null;
    }
    if (receiver == NilInterface.NIL) {
      throw frame
          .fault("nil pointer evaluating interface {}." + name)
          .blame(new Culprit.Name(this, first, index));
    }
    Function method = method(receiver, name);
    if (method != null) {
      return FunctionCall.call(frame, method, node(), args, last);
    }
    boolean hasArguments = args.length > 0 || last != Signature.NOTHING_PIPED;
    if (receiver instanceof GoValue object) {
      Object value = object.field(name);
      if (value != GoValue.NO_FIELD) {
        if (hasArguments) {
          throw frame.fault(name + " has arguments but cannot be invoked as function");
        }
        return value;
      }
    }
    Object plain = GoObject.underlying(receiver);
    if (plain instanceof Table table) {
      if (hasArguments) {
        throw frame.fault(name + " is not a method but has arguments");
      }
      return entry(table, name);
    }
    String type = isElement ? GoType.ANY.goName() : GoType.nameOf(receiver);
    throw frame
        .fault("can't evaluate field " + name + " in type " + type)
        .blame(new Culprit.Name(this, first, index));
  }

  private static Function method(Object receiver, String name) {
    if (receiver instanceof GoValue object) {
      return object.method(name);
    }
    return receiver instanceof Table table && isValues(table)
        ? ValuesMethods.find(table, name)
        : null;
  }
}
