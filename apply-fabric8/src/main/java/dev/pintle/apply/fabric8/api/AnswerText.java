package dev.pintle.apply.fabric8.api;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.TooMuchException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;

/** Reads the objects that a server sends. Stateless. */
final class AnswerText {

  private AnswerText() {}

  /**
   * The object that a text is.
   *
   * @throws JsonException if it is none
   * @throws LimitException if there is more in it than the limits allow
   */
  static Table object(String text, Limits limits) throws JsonException {
    int depth = limits.intOf(Limit.ANSWER_DEPTH);
    long values = limits.of(Limit.ANSWER_VALUES);
    try {
      return JsonReader.read(text, depth, values) instanceof Table table ? table : null;
    } catch (TooMuchException e) {
      throw e.isDeep()
          ? new LimitException(
              Limit.ANSWER_DEPTH, "the answer is nested more than " + depth + " levels deep")
          : new LimitException(
              Limit.ANSWER_VALUES, "there are more than " + values + " values in the answer");
    }
  }

  /** What a server says of its refusal; nothing if that cannot be read. */
  static Table status(String text, Limits limits) {
    try {
      Table status = object(text, limits);
      return status == null ? new Table() : status;
    } catch (JsonException | LimitException unreadable) {
      return new Table(); // the refusal itself is what matters
    }
  }
}
