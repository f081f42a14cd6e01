package dev.pintle.values.input;

import dev.pintle.values.Table;

/** Reads values files: one or more YAML documents, merged in order. */
public final class ValuesText {

  private ValuesText() {}

  static Table load(String file, ValuesFileReader reader) {
    throw new UnsupportedOperationException(file + reader);
  }
}
