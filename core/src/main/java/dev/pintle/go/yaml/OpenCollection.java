package dev.pintle.go.yaml;

import dev.pintle.diagnostic.Position;
import dev.pintle.values.Table;

/**
 * A collection that has been started and not ended, and where it stands in others. These objects
 * are used again for later collections of the same depth.
 */
final class OpenCollection {
  final OpenCollection outer;
  final int depth;
  OpenCollection inner;
  boolean mapping;

  /** The number of the event that started it. */
  int event;

  /** True if the selection is to be asked which of its keys are wanted. */
  boolean selecting;

  /** True if nobody wants its value. */
  boolean unwanted;

  /** Of a mapping: its entries. */
  Table table;

  /** Of a sequence: where its items start on the stack of items. */
  int firstItem;

  /** Of a mapping: true if a key has been read and its value has not. */
  boolean hasKey;

  /** The key is {@code <<}: the entries of the value become entries of the mapping. */
  boolean merging;

  /** The value of the key is not wanted, or the key cannot be one. */
  boolean skipsValue;

  String key;
  Position keyPosition;

  Anchor anchor;
  Position position;

  /** How many levels of collections are in it at most. */
  int height;

  /** How many nodes had been decoded before it. */
  long decodedBefore;

  OpenCollection(OpenCollection outer) {
    this.outer = outer;
    this.depth = outer == null ? 0 : outer.depth + 1;
  }

  OpenCollection push() {
    if (inner == null) {
      inner = new OpenCollection(this);
    }
    return inner;
  }
}
