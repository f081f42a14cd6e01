package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;

/** A number of a schema that was not written in its plain form: {@code 1.0}, {@code 1e3}. */
final class WrittenNumber extends DecimalNode {

  private static final long serialVersionUID = 1L;

  private final String text;

  WrittenNumber(BigDecimal value, String text) {
    super(value);
    this.text = text;
  }

  /** How it was written. */
  String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
