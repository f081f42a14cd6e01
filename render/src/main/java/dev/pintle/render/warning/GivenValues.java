package dev.pintle.render.warning;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.SpellingHints;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.limit.Budget;
import dev.pintle.render.compose.ComposedChart;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches what becomes of the values that a user gave. Made before the templates run; afterwards it
 * tells which values no template has read and nothing else knows.
 *
 * <p>That a template has read a value is noted by the values themselves, so that it does not matter
 * how: by name, with {@code index} or {@code dig}, in a {@code range} or with {@code toYaml}.
 */
final class GivenValues {

  private static final String GLOBAL = "global";

  private static final int CHARACTERS_PER_STEP = 64;

  private final Defaults defaults;
  private final List<Given> given;
  private final Budget budget;
  private final SpellingHints spelling = new SpellingHints();
  private DeclaredNames declaredNames;

  /**
   * A value that the user gave, and where templates would read it.
   *
   * @param owners the tables that templates find it in: of globals, that of each chart
   * @param below what is in it, if it is a map
   */
  private record Given(
      List<String> path, Position position, List<Table> owners, List<Given> below) {

    String key() {
      return path.get(path.size() - 1);
    }

    boolean wasRead() {
      return owners.stream().anyMatch(owner -> owner.wasRead(key()));
    }

    /** True if it is in a map that a template would look into that did not: it might use it. */
    boolean isOutOfSight(KnownValues known) {
      return path.size() > 1
          && owners.stream().noneMatch(Table::wasRead)
          && known.knows(path.subList(0, path.size() - 1));
    }
  }

  private GivenValues(List<Given> given, Defaults defaults, Budget budget) {
    this.budget = budget;
    this.given = given;
    this.defaults = defaults;
  }

  /**
   * Begins to watch.
   *
   * @param values what the user gave
   * @param root the charts, with the values that templates are going to see
   */
  static GivenValues watch(Table values, ComposedChart root, Defaults defaults, Budget budget) {
    List<Given> given = given(values, List.of(root.values()), List.of(), root, budget);
    root.values().recordReads();
    return new GivenValues(given, defaults, budget);
  }

  private static List<Given> given(
      Table values, List<Table> owners, List<String> path, ComposedChart root, Budget budget) {
    List<Given> given = new ArrayList<>();
    for (Table.Slot slot : values.sorted()) {
      budget.worked(1L + path.size() + owners.size());
      budget.built(8L * path.size());
      List<String> at = new ArrayList<>(path);
      at.add(slot.getKey());
      List<Given> below = List.of();
      if (slot.getValue() instanceof Table table) {
        List<Table> inner = new ArrayList<>();
        if (path.isEmpty() && slot.getKey().equals(GLOBAL)) {
          addGlobals(root, inner);
        } else {
          owners.forEach(owner -> addTable(owner, slot.getKey(), inner));
        }
        below = given(table, inner, at, root, budget);
      }
      given.add(new Given(List.copyOf(at), slot.position(), owners, below));
    }
    return given;
  }

  private static void addGlobals(ComposedChart chart, List<Table> globals) {
    addTable(chart.values(), GLOBAL, globals);
    chart.dependencies().forEach(dependency -> addGlobals(dependency, globals));
  }

  private static void addTable(Table owner, String key, List<Table> tables) {
    if (owner.get(key) instanceof Table table) {
      tables.add(table);
    }
  }

  /** Warnings of those that neither the templates have read nor anything else knows. */
  List<Diagnostic> unknown(KnownValues known) {
    List<Diagnostic> found = new ArrayList<>();
    check(given, defaults.values(), known, found);
    return found;
  }

  /** Looks at values beside which those are declared; null if nothing is. */
  private void check(
      List<Given> values, Table declared, KnownValues known, List<Diagnostic> found) {
    for (Given value : values) {
      Table.Slot standard = declared == null ? null : declared.slot(value.key());
      budget.worked(1 + lengthOf(value.path) / CHARACTERS_PER_STEP + value.owners.size());
      String path = String.join(".", value.path);
      if (defaults.isDisabled(path)) {
        continue;
      } else if (isMap(standard)) {
        check(value.below, (Table) standard.getValue(), known, found);
      } else if (standard != null || defaults.isSwitch(path)) {
        continue; // what belongs into it, such as into an empty map, nobody says
      } else if (value.wasRead() || known.knows(value.path)) {
        check(value.below, null, known, found);
      } else if (!value.isOutOfSight(known)) {
        found.add(warning(value, declared));
      }
    }
  }

  private static long lengthOf(List<String> path) {
    long length = 0;
    for (String key : path) {
      length += 1 + key.length();
    }
    return length;
  }

  private static boolean isMap(Table.Slot slot) {
    return slot != null && slot.getValue() instanceof Table table && !table.isEmpty();
  }

  private Diagnostic warning(Given value, Table declared) {
    String path = String.join(".", value.path);
    budget.built(path.length());
    Diagnostic unknown =
        Diagnostic.of(
            Diagnostic.Kind.UNKNOWN_VALUE,
            "no template and no schema knows `" + Visible.name(path) + "`",
            value.position);
    String prefix = path.substring(0, path.length() - value.key().length());
    String nearest = declared == null ? null : spelling.nearest(value.key(), declared.keySet());
    if (nearest != null) {
      return unknown.withHint(new Hint.DidYouMean(prefix + nearest, declared.positionOf(nearest)));
    }
    if (declaredNames == null) {
      declaredNames = new DeclaredNames(defaults.values(), budget);
    }
    return unknown.withHint(declaredNames.onlyPlaceOf(value.key()));
  }
}
