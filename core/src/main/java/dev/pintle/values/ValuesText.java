package dev.pintle.values;

/** Reads values files: one or more YAML documents, merged in order. */
public final class ValuesText {

  private ValuesText() {}

  static Table load(String file, ValuesFileReader reader) {
    throw new UnsupportedOperationException(file + reader);
  }
}
