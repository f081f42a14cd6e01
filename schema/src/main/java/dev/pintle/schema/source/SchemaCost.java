package dev.pintle.schema.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pintle.limit.Budget;
import java.math.BigDecimal;
import java.util.function.LongConsumer;

/**
 * What reading and compiling one schema takes: work, and the memory that it holds afterwards. Used
 * by one thread.
 *
 * @param budget counts the work
 * @param bytes counts the memory; throws if it is too much
 */
public record SchemaCost(Budget budget, LongConsumer bytes) {

  private static final int TOKEN_BYTES = 80;
  private static final int SUBSCHEMA_STEPS = 20;
  private static final int DIGITS_PER_WORD = 9;
  private static final int WORDS_SQUARED_PER_STEP = 16;

  /** Counts the work only, for what is read and not kept. */
  static SchemaCost ofWork(Budget budget) {
    return new SchemaCost(budget, bytes -> {});
  }

  /** A text of which nearly all becomes part of the schema. */
  void text(String text) {
    budget.worked(text.length() / 64);
    bytes.accept(text.length());
  }

  /** A bracket, a key or a scalar. */
  void token() {
    budget.step();
    bytes.accept(TOKEN_BYTES);
  }

  /** A number; one with many digits takes longer, each time it is used. */
  void number(JsonNode number) {
    if (number.isInt() || number.isLong()) {
      return;
    }
    BigDecimal value = number.decimalValue();
    long words = (value.precision() + Math.max(0, -value.scale())) / DIGITS_PER_WORD;
    bytes.accept(4 * words);
    budget.worked(words * words / WORDS_SQUARED_PER_STEP);
  }

  /** A schema in a schema, which is known by its pointer. */
  public void subschema(String pointer) {
    budget.worked(SUBSCHEMA_STEPS + pointer.length() / 16);
    bytes.accept(4L * pointer.length());
  }
}
