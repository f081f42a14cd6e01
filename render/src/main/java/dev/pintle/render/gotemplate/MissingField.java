package dev.pintle.render.gotemplate;

import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.Spelling;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Operand;
import dev.pintle.values.Table;

/** What is told of a field of nil: whose entry is missing or null, and what may have been meant. */
final class MissingField {

  private MissingField() {}

  /**
   * The fault of a chain of fields that came upon nil.
   *
   * @param first what the first name was looked up in
   * @param index which name could not be looked up, since what comes before it is nil
   */
  static Fault ofNil(Frame frame, Node chain, String[] names, int index, Object first) {
    Fault fault = frame.fault("nil pointer evaluating interface {}." + names[index]);
    if (index == 0) {
      return fault;
    }
    String missing = names[index - 1];
    fault.pointAt(new Spot(chain, index - 1));
    Object owner = first;
    for (int i = 0; i < index - 1; i++) {
      owner = owner instanceof Table table ? table.get(names[i]) : null;
    }
    if (!(owner instanceof Table table)) {
      return fault.with(shown(chain, names, index) + " is nil", null);
    }
    Table.Slot slot = table.slot(missing);
    return slot == null
        ? fault.with(
            shown(chain, names, index - 1) + " has no `" + missing + '`', hint(missing, table))
        : fault.with(
            shown(chain, names, index) + " is null" + origin(", says ", slot.position()), null);
  }

  private static String hint(String missing, Table table) {
    String meant = Spelling.nearest(missing, table.keySet());
    return meant == null
        ? null
        : "did you mean `" + meant + "`?" + origin(" It comes from ", table.slot(meant).position());
  }

  private static String origin(String text, Position position) {
    return position == null ? "" : text + position;
  }

  /** The source of a chain up to a name, that one not included. */
  private static String shown(Node chain, String[] names, int end) {
    String source = chain.source();
    int length = source.length();
    for (int i = end; i < names.length; i++) {
      length -= names[i].length() + 1;
    }
    return '`'
        + (length == 0 && chain instanceof Operand.Field ? "." : source.substring(0, length))
        + '`';
  }
}
