package dev.pintle.go.toml;

import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of a text while it is read: which one keys go to, which there are only because a key
 * names something in them, and so what may be defined once more.
 */
final class TomlTables {

  /** A key is refused; the line is known to the caller. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message, null, false, false);
    }
  }

  /** A {@code [[key]]} that may get more tables. */
  private record OpenArray(Table parent, String key, List<Table> tables) {}

  private final Table root = new Table();
  private final List<OpenArray> openArrays = new ArrayList<>();

  /** Keys of tables that no line has defined. */
  private final Set<List<String>> implicit = new HashSet<>();

  /** Keys of values in brackets. */
  private final Set<List<String>> arrays = new HashSet<>();

  private List<String> context = List.of();

  /** The key of the table that keys go to. */
  List<String> context() {
    return context;
  }

  void context(List<String> key) {
    context = key;
  }

  /** Everything that was read. */
  Table finished() {
    for (OpenArray array : openArrays) {
      if (array.parent.get(array.key) == array.tables) {
        array.parent.put(array.key, Sequence.ofType(GoType.MAP_LIST, array.tables));
      }
    }
    return root;
  }

  /** Opens the table of a line {@code [key]}. */
  void openTable(List<String> key) throws Refusal {
    Table parent = openParents(key);
    context = key.subList(0, key.size() - 1);
    define(parent, last(key), new Table());
    context = key;
  }

  /** Opens one more table of a line {@code [[key]]}. */
  void openArrayTable(List<String> key) throws Refusal {
    Table parent = openParents(key);
    context = key.subList(0, key.size() - 1);
    Object there = parent.get(last(key));
    if (!parent.containsKey(last(key))) {
      OpenArray array = new OpenArray(parent, last(key), new ArrayList<>());
      openArrays.add(array);
      parent.put(array.key, array.tables);
      there = array.tables;
    }
    if (there instanceof Sequence || !(there instanceof List<?>)) {
      throw new Refusal(
          "Key '" + TomlText.path(key) + "' was already created and cannot be used as an array.");
    }
    tables(there).add(new Table());
    context = key;
  }

  /** Goes into a table that a key with points names, without defining it. */
  void enter(String key) throws Refusal {
    List<String> path = child(key);
    implicit.add(path);
    openTable(path);
  }

  /** Goes into the table that the value of a key is. */
  void enterInline(String key, boolean inArray) throws Refusal {
    List<String> path = child(key);
    implicit.add(path);
    context = path;
    if (inArray) {
      openArrayTable(path);
    } else {
      openTable(path);
    }
  }

  /**
   * Notes whether the value of a key is in brackets, which decides what becomes of a table that is
   * there already. Go takes an empty key for the table itself.
   */
  void mark(String key, boolean array) {
    List<String> path = key.isEmpty() && !context.isEmpty() ? context : child(key);
    if (array) {
      arrays.add(path);
    } else {
      arrays.remove(path);
    }
  }

  /** Sets the value of a key. */
  void set(String key, Object value) throws Refusal {
    define(current(), key, value);
  }

  private Table current() throws Refusal {
    Table table = root;
    for (int i = 0; i < context.size(); i++) {
      table = tableIn(table, context.get(i));
      if (table == null) {
        throw alreadyDefined(context.subList(0, i + 1));
      }
    }
    return table;
  }

  private void define(Table table, String key, Object value) throws Refusal {
    if (!table.containsKey(key)) {
      table.put(key, value);
      return;
    }
    List<String> path = child(key);
    if (!implicit.remove(path)) {
      throw alreadyDefined(path);
    }
    if (arrays.contains(path)) {
      table.put(key, value);
    }
  }

  private static Refusal alreadyDefined(List<String> key) {
    return new Refusal("Key '" + TomlText.path(key) + "' has already been defined.");
  }

  /** Goes to the table that is to hold the last part of a key, and makes what is not there. */
  private Table openParents(List<String> key) throws Refusal {
    Table table = root;
    for (int i = 0; i < key.size() - 1; i++) {
      String part = key.get(i);
      if (!table.containsKey(part)) {
        implicit.add(key.subList(0, i + 1));
        table.put(part, new Table());
      }
      table = tableIn(table, part);
      if (table == null) {
        String path = TomlText.path(key.subList(0, i + 1));
        throw new Refusal("Key '" + path + "' was already created as a hash.");
      }
    }
    return table;
  }

  /** The table of a key, or the last of its tables; null if its value is something else. */
  private static Table tableIn(Table table, String key) {
    Object value = table.get(key);
    if (value instanceof List<?> && !(value instanceof Sequence)) {
      List<Table> tables = tables(value);
      return tables.get(tables.size() - 1);
    }
    return value instanceof Table found ? found : null;
  }

  @SuppressWarnings("unchecked") // Lists other than sequences are made here.
  private static List<Table> tables(Object list) {
    return (List<Table>) list;
  }

  private List<String> child(String key) {
    List<String> child = new ArrayList<>(context.size() + 1);
    child.addAll(context);
    child.add(key);
    return child;
  }

  private static String last(List<String> key) {
    return key.get(key.size() - 1);
  }
}
