package dev.pintle.schema.format;

/** One format: what strings have to look like. */
@FunctionalInterface
public interface FormatCheck {

  /** Checks a string. */
  void check(String text) throws FormatException;
}
