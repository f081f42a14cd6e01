package dev.pintle.render.gotemplate.run;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.render.function.GoValue;
import dev.pintle.render.gotemplate.syntax.NumberValue;
import dev.pintle.values.GoInt;

/** Go's {@code complex128}, which a template can write ({@code 2i}) and print, and no more. */
record ComplexNumber(NumberValue.Complex value) implements GoValue {

  @Override
  public String goTypeName() {
    return "complex128";
  }

  @Override
  public String goKind() {
    return "complex128";
  }

  @Override
  public String goString() {
    return GoFormat.sprintf("(%g%+gi)", value.real(), value.imaginary());
  }

  @Override
  public Object underlying() {
    return value.real() == 0 && value.imaginary() == 0 ? GoInt.of(0) : this; // zero is not true
  }
}
