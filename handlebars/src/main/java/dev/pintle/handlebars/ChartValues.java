package dev.pintle.handlebars;

import com.github.jknack.handlebars.ValueResolver;
import dev.pintle.render.function.GoValue;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoObject;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Map;
import java.util.Set;

/**
 * What a path of names finds in a value: the entries of tables, the fields of Helm's objects, the
 * length of a list. Nothing else: no method of a Java object can be reached from a template.
 */
final class ChartValues implements ValueResolver {

  static final ChartValues INSTANCE = new ChartValues();

  private ChartValues() {}

  /**
   * For an entry that is not there the library looks around; null, which is there, hides others.
   */
  @Override
  public Object resolve(Object value, String name) {
    if (value instanceof GoValue object) {
      Object field = object.field(name);
      if (field != GoValue.NO_FIELD) {
        return field;
      }
    }
    Object plain = plain(value);
    if (plain instanceof Table table) {
      Table.Slot slot = table.slot(name);
      return slot == null ? UNRESOLVED : slot.getValue();
    }
    return plain instanceof Sequence list && name.equals("length")
        ? GoInt.of(list.size())
        : UNRESOLVED;
  }

  @Override
  public Object resolve(Object value) {
    return value;
  }

  @Override
  public Set<Map.Entry<String, Object>> propertySet(Object value) {
    return plain(value) instanceof Table table ? table.entrySet() : Set.of();
  }

  /** A value as functions and conditions take it; what is no value of a chart is nil. */
  static Object of(Object value) {
    if (value instanceof Integer number) {
      return GoInt.of(number); // written in the template, where Go's constants are of this type
    }
    return isOfChart(value) ? value : null;
  }

  private static boolean isOfChart(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof Table
        || value instanceof Sequence
        || value instanceof byte[]
        || value instanceof GoObject;
  }

  /** What a value of a named type is made of. */
  static Object plain(Object value) {
    return value instanceof GoObject object ? object.underlying() : value;
  }
}
