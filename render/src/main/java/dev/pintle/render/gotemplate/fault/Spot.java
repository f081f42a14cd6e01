package dev.pintle.render.gotemplate.fault;

import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.render.gotemplate.syntax.Node;
import dev.pintle.render.gotemplate.syntax.Operand;
import dev.pintle.render.gotemplate.syntax.Statement;
import java.util.List;

/**
 * The part of a template that a diagnostic points at: a node or, if it is a chain of fields, one of
 * its names.
 *
 * @param name which of the fields, from 0; -1 for the node as a whole
 */
record Spot(Node node, int name) {

  static Spot of(Node node) {
    return new Spot(node, -1);
  }

  /** Where it begins, as an index into the template's text. */
  int start() {
    if (node instanceof Operand.Field field) {
      int first =
          field.offset() - (field.names().size() > 1 ? field.names().get(0).length() + 1 : 0);
      return name < 0 ? first : first + 1 + lengthBefore(field.names());
    } else if (node instanceof Operand.Variable variable && variable.names().size() > 1) {
      List<String> fields = variable.names().subList(1, variable.names().size());
      return name < 0
          ? variable.offset() - variable.name().length()
          : variable.offset() + 1 + lengthBefore(fields);
    } else if (node instanceof Operand.Chain chain && name >= 0) {
      return chain.offset() + 1 + lengthBefore(chain.names());
    }
    return node.offset();
  }

  private int lengthBefore(List<String> names) {
    return names.subList(0, name).stream().mapToInt(field -> field.length() + 1).sum();
  }

  private String written() {
    // Go puts a call of a template at the name.
    return node instanceof Statement.Call call ? GoQuotes.quote(call.name()) : node.source();
  }

  private String nameText() {
    if (node instanceof Operand.Variable variable) {
      return variable.names().get(name + 1);
    }
    return node instanceof Operand.Chain chain
        ? chain.names().get(name)
        : ((Operand.Field) node).names().get(name);
  }

  /** How many characters of the text it takes; 0 if the text is not in Go's normal form. */
  int length(String text) {
    String source = name < 0 ? written() : nameText();
    int end = source.indexOf('\n');
    String line = end < 0 ? source : source.substring(0, end);
    return text.startsWith(line, start()) ? line.codePointCount(0, line.length()) : 0;
  }
}
