package dev.pintle.schema.keyword;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * To which parts of a value the keywords of one schema were applied, those of the schemas that it
 * is composed of among them: names of properties and indexes of items.
 */
final class EvaluatedParts {

  private final Set<String> names = new HashSet<>();
  private final BitSet items = new BitSet();
  private boolean all;

  void addAll() {
    all = true;
  }

  void add(String name) {
    names.add(name);
  }

  void add(int item) {
    items.set(item);
  }

  /** Adds the first items. */
  void addFirst(int count) {
    items.set(0, count);
  }

  void add(EvaluatedParts others) {
    all |= others.all;
    if (!all) {
      names.addAll(others.names);
      items.or(others.items);
    }
  }

  boolean isAll() {
    return all;
  }

  boolean has(String name) {
    return all || names.contains(name);
  }

  boolean has(int item) {
    return all || items.get(item);
  }

  /** How much work adding these to others is. */
  long size() {
    return names.size() + items.size() / Long.SIZE;
  }
}
