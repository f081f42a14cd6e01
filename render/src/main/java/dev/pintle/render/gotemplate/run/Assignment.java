package dev.pintle.render.gotemplate.run;

import dev.pintle.render.function.Parameters;
import dev.pintle.render.gotemplate.fault.Fault;
import dev.pintle.values.GoObject;
import dev.pintle.values.GoType;

/** What Go lets a value be passed for. Nothing is converted: an {@code int} is no {@code int64}. */
final class Assignment {

  private Assignment() {}

  /** The value as a parameter of that type gets it, or the fault that it cannot be passed. */
  static Object to(GoType type, Object value, Frame frame) {
    if (type == GoType.ANY) {
      return NilInterface.strip(value);
    }
    if (value == null) {
      if (!Parameters.canBeNil(type)) {
        throw frame.fault("invalid value; expected " + type.goName());
      }
      return Parameters.zero(type);
    }
    if (value == NilInterface.NIL) {
      throw wrongType(type, GoType.ANY.goName(), frame);
    }
    if (Parameters.isOf(type, value)) {
      return value;
    }
    if (value instanceof GoObject object && Parameters.isOf(type, object.underlying())) {
      if (type.goKind().equals("map") || type.goKind().equals("slice")) {
        return object.underlying();
      }
    }
    throw wrongType(type, GoType.nameOf(value), frame);
  }

  private static Fault wrongType(GoType type, String got, Frame frame) {
    return frame.fault("wrong type for value; expected " + type.goName() + "; got " + got);
  }
}
