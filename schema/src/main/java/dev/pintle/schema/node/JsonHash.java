package dev.pintle.schema.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** Hashes of JSON values: equal values have equal ones, whatever the order of objects is. */
final class JsonHash {

  private static final int CHARACTERS_PER_STEP = 64;

  /** For a number that may be read from a string. */
  private static final int READING_STEPS = 64;

  private JsonHash() {}

  /** Where a string that reads as a number is another value than that number. */
  static int exact(JsonNode value) {
    return of(value, false);
  }

  /** Where a number equals a string that reads as it. */
  static int withReadNumbers(JsonNode value) {
    return of(value, true);
  }

  private static int of(JsonNode value, boolean readNumbers) {
    if (value.isNumber()) {
      return ofNumber(value.doubleValue());
    } else if (value.isTextual()) {
      BigDecimal number = readNumbers ? JsonNumbers.fraction(value.textValue()) : null;
      return number == null ? value.textValue().hashCode() : ofNumber(number.doubleValue());
    } else if (value.isArray()) {
      int hash = 1;
      for (JsonNode item : value) {
        hash = 31 * hash + of(item, readNumbers);
      }
      return hash;
    } else if (value.isObject()) {
      int hash = 2;
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        hash += (31 * entry.getKey().hashCode() + of(entry.getValue(), readNumbers)) * 0x9E3779B1;
      }
      return hash;
    }
    return value.hashCode();
  }

  /** Numbers that equal each other are nearest to the same float64, however they are written. */
  static int ofNumber(double nearest) {
    return Double.hashCode(nearest == 0 ? 0 : nearest);
  }

  /** How much work the hash of a value is. */
  static long cost(JsonNode value) {
    if (value.isTextual()) {
      return (JsonNumbers.startsNumber(value.textValue()) ? READING_STEPS : 1)
          + value.textValue().length() / CHARACTERS_PER_STEP;
    } else if (!value.isContainerNode()) {
      return 1;
    }
    long cost = 1 + value.size();
    for (JsonNode part : value) {
      cost += cost(part);
    }
    return cost;
  }
}
