package dev.pintle.values;

/** What a value is to people who write YAML, whatever type Go has for it. */
public enum ValueKind {
  MAP("a map"),
  LIST("a list"),
  STRING("a string"),
  BOOLEAN("a boolean"),
  NUMBER("a number"),
  /** Null, and what only templates have. */
  OTHER("an object");

  private final String words;

  ValueKind(String words) {
    this.words = words;
  }

  /** What a value is; {@link #OTHER} for null. */
  public static ValueKind of(Object value) {
    if (value instanceof Table) {
      return MAP;
    } else if (value instanceof Sequence) {
      return LIST;
    } else if (value instanceof String) {
      return STRING;
    } else if (value instanceof Boolean) {
      return BOOLEAN;
    }
    return value instanceof Number ? NUMBER : OTHER;
  }

  /** With its article, for messages. */
  @Override
  public String toString() {
    return words;
  }
}
