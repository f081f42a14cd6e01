package dev.pintle.render.gotemplate.fault;

import java.util.List;

/** What in a template is to blame for a failure; {@link Diagnosis} makes words of it. */
public sealed interface Culprit {

  /**
   * A name in a row of names has no field or entry behind it.
   *
   * @param chain the row
   * @param first the value that the first name was asked of
   * @param index which of the names failed
   */
  record Name(NameChain chain, Object first, int index) implements Culprit {}

  /** The value of an operand is not what it is used for. */
  record Value(Suspect operand) implements Culprit {}

  /** A function failed; it may be that one of these was not there. */
  record Operands(List<? extends Suspect> operands) implements Culprit {}

  /** There is no template of that name. */
  record TemplateName(String name) implements Culprit {}
}
