package dev.pintle.render.warning;

import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Budget;
import dev.pintle.values.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where names are declared, for those who wrote one in the wrong place. Made in one pass. */
final class DeclaredNames {

  /** What stands for a name that is declared in several places. */
  private static final Place SEVERAL = new Place(null, "", null);

  private final Map<String, Place> places = new HashMap<>();
  private final Budget budget;

  /** A name among those in another place. */
  private record Place(Place outer, String key, Position position) {}

  DeclaredNames(Table declared, Budget budget) {
    this.budget = budget;
    add(declared, null);
  }

  private void add(Table declared, Place outer) {
    for (Table.Slot slot : declared.slots()) {
      budget.step();
      Place place = new Place(outer, slot.getKey(), slot.position());
      places.merge(slot.getKey(), place, (one, other) -> SEVERAL);
      if (slot.getValue() instanceof Table table) {
        add(table, place);
      }
    }
  }

  /** The only place at which that name is declared; null if there is none, or more than one. */
  Hint.DidYouMean onlyPlaceOf(String name) {
    Place found = places.get(name);
    if (found == null || found == SEVERAL) {
      return null;
    }
    Deque<String> keys = new ArrayDeque<>();
    for (Place place = found; place != null; place = place.outer) {
      keys.push(place.key);
    }
    String path = String.join(".", keys);
    budget.built(path.length());
    return new Hint.DidYouMean(path, found.position);
  }
}
