package dev.pintle.typed;

import com.fasterxml.jackson.databind.JavaType;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.release.Resource;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import dev.pintle.values.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the fields of a resource that its class does not know. Used once. */
final class UnknownFields {

  private record Finding(int line, Diagnostic diagnostic) {}

  private final ClassFields classFields;
  private final Resource resource;
  private final List<Finding> findings = new ArrayList<>();

  private UnknownFields(ClassFields classFields, Resource resource) {
    this.classFields = classFields;
    this.resource = resource;
  }

  /**
   * One finding for each, in the order of the text; what is below an unknown field is part of it.
   */
  static List<Diagnostic> of(Resource resource, JavaType type, ClassFields classFields) {
    UnknownFields search = new UnknownFields(classFields, resource);
    search.look(resource.tree(), type, TreePath.top());
    return search.findings.stream()
        .sorted(Comparator.comparingInt(Finding::line))
        .map(Finding::diagnostic)
        .toList();
  }

  private void look(Object value, JavaType type, TreePath path) {
    if (value instanceof Table table) {
      lookIntoTable(table, type, path);
    } else if (value instanceof Sequence items
        && classFields.of(type) instanceof ClassFields.Shape.Items list) {
      for (int i = 0; i < items.size(); i++) {
        look(items.get(i), list.type(), path.index(i));
      }
    }
  }

  private void lookIntoTable(Table table, JavaType type, TreePath path) {
    ClassFields.Shape shape = classFields.of(type);
    if (shape instanceof ClassFields.Shape.Entries entries) {
      for (Table.Slot slot : table.sorted()) {
        look(slot.getValue(), entries.type(), path.key(slot.getKey()));
      }
    } else if (shape instanceof ClassFields.Shape.Fields fields) {
      for (Table.Slot slot : table.sorted()) {
        JavaType fieldType = fields.types().get(slot.getKey());
        if (fieldType == null && !fields.takesMore()) {
          report(slot, type, fields, path);
        } else if (fieldType != null) {
          look(slot.getValue(), fieldType, path.key(slot.getKey()));
        }
      }
    }
  }

  private void report(
      Table.Slot slot, JavaType type, ClassFields.Shape.Fields fields, TreePath path) {
    String name = slot.getKey();
    String meant = Spelling.nearest(name, fields.types().keySet());
    String message =
        path.key(name) + ": " + type.getRawClass().getSimpleName() + " has no field " + name;
    Diagnostic finding =
        resource
            .finding(Diagnostic.Kind.UNKNOWN_FIELD, message, slot.position(), name.length())
            .withHint(meant == null ? null : new Hint.DidYouMean(meant, null));
    findings.add(new Finding(slot.position().line(), finding));
  }
}
