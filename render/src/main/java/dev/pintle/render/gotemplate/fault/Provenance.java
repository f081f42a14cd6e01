package dev.pintle.render.gotemplate.fault;

import dev.pintle.diagnostic.Position;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds out how a template's root leads to a value, and where the value was read. It looks through
 * everything that the root leads to, so it is for failures only.
 */
final class Provenance {

  /** Templates may put values into themselves, so that there is no end to look for. */
  private static final int MAX_VISITED = 200_000;

  private static final int MAX_DEPTH = 100;

  private static final String VALUES = "Values";

  private final Deque<Place> left = new ArrayDeque<>();
  private int visited;

  private Provenance() {}

  /**
   * A value that the root leads to.
   *
   * @param from what leads to it directly; null for the root itself
   * @param step how
   * @param position where it was read, or null
   */
  record Place(Place from, String step, Object value, Position position, int depth) {

    /** The way from the root as a template would write it; empty for the root itself. */
    String path() {
      return from == null ? step : from.path() + step;
    }

    private Place to(String nextStep, Object next, Position nextPosition) {
      return new Place(this, nextStep, next, nextPosition, depth + 1);
    }
  }

  /** The root of the file that a template was called from, or null if it is no table. */
  static Table root(Scene scene) {
    Scene outermost = scene;
    while (outermost.caller() != null) {
      outermost = outermost.caller();
    }
    return outermost.variable(0) instanceof Table root ? root : null;
  }

  /** The shortest way from the root to a value, the very same and not an equal one; or null. */
  static Place of(Scene scene, Object wanted) {
    Table root = root(scene);
    if (root == null) {
      return null;
    }
    Place top = new Place(null, "", root, null, 0);
    return isSame(root, wanted) ? top : new Provenance().search(top, wanted);
  }

  private Place search(Place top, Object wanted) {
    Table root = (Table) top.value;
    Table.Slot values = root.slot(VALUES);
    if (values != null) {
      left.add(top.to("." + VALUES, values.getValue(), values.position()));
    }
    Place found = search(wanted);
    if (found == null) {
      addEntries(top, root);
      found = search(wanted);
    }
    return found;
  }

  private Place search(Object wanted) {
    while (!left.isEmpty() && visited++ < MAX_VISITED) {
      Place place = left.poll();
      if (isSame(place.value, wanted)) {
        return place;
      } else if (place.depth == MAX_DEPTH) {
        continue;
      } else if (place.value instanceof Table table) {
        addEntries(place, table);
      } else if (place.value instanceof Sequence sequence) {
        addItems(place, sequence);
      }
    }
    return null;
  }

  private void addEntries(Place of, Table table) {
    for (Table.Slot slot : table.sorted()) {
      left.add(of.to("." + slot.getKey(), slot.getValue(), slot.position()));
    }
  }

  private void addItems(Place of, Sequence sequence) {
    for (int i = 0; i < sequence.size(); i++) {
      left.add(of.to("[" + i + "]", sequence.get(i), sequence.positionOf(i)));
    }
  }

  private static boolean isSame(Object value, Object wanted) {
    return value == wanted
        || value instanceof Table table
            && wanted instanceof Table other
            && table.sharesEntriesWith(other);
  }
}
