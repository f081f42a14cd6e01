package dev.pintle.render.gotemplate.run;

import dev.pintle.render.gotemplate.syntax.NumberValue;
import dev.pintle.render.gotemplate.syntax.Operand;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.GoUint64;

/** A constant. As an argument it takes the type of the parameter, if it can. */
public final class Literal extends Expression {

  private final Operand operand;
  private final Object value;

  public Literal(Operand.Bool bool) {
    this(bool, bool.value());
  }

  public Literal(Operand.Text text) {
    this(text, text.value());
  }

  public Literal(Operand.Number number) {
    this(number, valueOf(number.value()));
  }

  private Literal(Operand operand, Object value) {
    super(operand);
    this.operand = operand;
    this.value = value;
  }

  /** The value of a number where no type is asked for; null if none can hold it. */
  private static Object valueOf(NumberValue number) {
    return switch (number.kind()) {
      case INT -> GoInt.of(number.asInt());
      case FLOAT -> number.asFloat();
      case COMPLEX -> new ComplexNumber(number.asComplex());
      case TOO_LARGE_FOR_INT -> null;
    };
  }

  @Override
  Object eval(Frame frame) {
    frame.at = operand;
    if (value == null) {
      throw frame.fault(operand.source() + " overflows int");
    }
    return value;
  }

  @Override
  Object evalAs(Frame frame, GoType type) {
    frame.at = operand;
    return switch (type) {
      case ANY -> eval(frame);
      case STRING -> operand instanceof Operand.Text ? value : expected("string", frame);
      case BOOL -> operand instanceof Operand.Bool ? value : expected("bool", frame);
      case INT, INT32, INT64, DURATION -> integer(type, frame);
      case UINT8, UINT32, UINT64 -> unsigned(type, frame);
      case FLOAT64 ->
          number() != null && number().asFloat() != null
              ? number().asFloat()
              : expected("float", frame);
      default ->
          throw frame.fault(
              "can't handle " + operand.source() + " for arg of type " + type.goName());
    };
  }

  private NumberValue number() {
    return operand instanceof Operand.Number number ? number.value() : null;
  }

  private Object integer(GoType type, Frame frame) {
    if (number() == null || number().asInt() == null) {
      return expected("integer", frame);
    }
    Long integer = number().asInt();
    return switch (type) {
      case INT -> GoInt.of(integer);
      case INT32 -> integer.intValue();
      default -> integer;
    };
  }

  private Object unsigned(GoType type, Frame frame) {
    if (number() == null || number().asUint() == null) {
      return expected("unsigned integer", frame);
    }
    Long bits = number().asUint();
    return switch (type) {
      case UINT8 -> bits.byteValue();
      case UINT64 -> GoUint64.of(bits);
      default -> bits & 0xFFFFFFFFL;
    };
  }

  private Object expected(String type, Frame frame) {
    throw frame.fault("expected " + type + "; found " + operand.source());
  }
}
