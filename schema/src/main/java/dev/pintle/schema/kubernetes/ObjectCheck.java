package dev.pintle.schema.kubernetes;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Spelling;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.release.Resource;
import dev.pintle.schema.compile.CompiledSchema;
import dev.pintle.schema.keyword.ReportSize;
import dev.pintle.schema.keyword.Validation;
import dev.pintle.schema.node.InstanceNodes;
import dev.pintle.schema.report.Violation;
import dev.pintle.schema.report.ViolationText;
import dev.pintle.schema.source.SchemaFault;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import dev.pintle.values.TreePath;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks one rendered document, and says what is wrong with it and which template line wrote it.
 */
final class ObjectCheck {

  /** A schema of the API refers to itself once per level of what it describes. */
  private static final int REFERENCE_DEPTH = 500;

  private static final long REFERENCES = 10_000_000;

  /** For comparing two names. */
  private static final long SPELLING_STEPS = 4;

  private final KnownKinds kinds;
  private final Budget budget;
  private final Resource resource;
  private final List<Diagnostic> found = new ArrayList<>();

  private ObjectCheck(KnownKinds kinds, Resource resource, Budget budget) {
    this.kinds = kinds;
    this.budget = budget;
    this.resource = resource;
  }

  /** What is wrong with a document; nothing if it is empty. */
  static List<Diagnostic> check(Resource resource, KnownKinds kinds, Budget budget) {
    ObjectCheck check = new ObjectCheck(kinds, resource, budget);
    try {
      Table object = check.read();
      if (!object.isEmpty()) {
        check.object(object, TreePath.top());
      }
    } catch (YamlException notReadable) {
      Diagnostic fault = notReadable.diagnostics().get(0);
      check.add(Kind.OBJECT_SCHEMA, fault.message(), notReadable.position(), 0, null);
    }
    return check.found;
  }

  /** The object; a key that stands twice is a fault where unknown fields are. */
  private Table read() {
    if (kinds.isStrict()) {
      ReadOptions options = ReadOptions.of(resource.source() + Resource.RENDERED).withIntegers();
      try {
        return YamlReader.readMap(resource.text(), options.withUniqueKeys());
      } catch (YamlException notUnique) {
        Diagnostic fault = notUnique.diagnostics().get(0);
        add(Kind.OBJECT_SCHEMA, fault.message(), notUnique.position(), 0, null);
      }
    }
    return resource.tree();
  }

  /** Checks an object that stands somewhere in the document. */
  private void object(Table object, TreePath place) {
    ObjectType type = ObjectType.of(object);
    if (type.kind().isEmpty() || type.apiVersion().isEmpty()) {
      String missing = type.kind().isEmpty() ? "kind" : "apiVersion";
      add(Kind.OBJECT_SCHEMA, "it has no " + missing, positionOf(place), 0, null);
    } else if (type.kind().equals("List") && object.get("items") instanceof Sequence items) {
      for (int i = 0; i < items.size(); i++) {
        item(items.get(i), place.key("items").index(i));
      }
    } else {
      typed(object, type, place);
    }
  }

  private void item(Object item, TreePath place) {
    if (item instanceof Table object) {
      object(object, place);
    } else {
      add(Kind.OBJECT_SCHEMA, place + ": it is no object", positionOf(place), 0, null);
    }
  }

  private void typed(Table object, ObjectType type, TreePath place) {
    try {
      CompiledSchema schema = kinds.schema(type, budget);
      if (schema == null) {
        unknown(type, place);
        return;
      }
      Validation validation = new Validation(budget, REFERENCE_DEPTH, REFERENCES);
      schema
          .violations(InstanceNodes.of(object, budget), validation)
          .forEach(violation -> violation(violation, place, validation.report()));
    } catch (SchemaFault | YamlException unusable) {
      String message = "the schema of " + type + " cannot be used: " + unusable.getMessage();
      add(Kind.UNKNOWN_KIND, message, positionOf(place.key("kind")), 0, null);
    } catch (LimitException limit) {
      add(Kind.LIMIT, limit.getMessage(), positionOf(place), 0, null);
      throw new LimitException(limit, found.get(found.size() - 1));
    }
  }

  private void unknown(ObjectType type, TreePath place) {
    KnownKinds.Absence absence = kinds.absenceOf(type, budget);
    Kind kind = absence.isError() ? Kind.OBJECT_SCHEMA : Kind.UNKNOWN_KIND;
    String field = absence.isOfKind() ? "kind" : "apiVersion";
    add(kind, absence.message(), positionOf(place.key(field)), 0, absence.hint());
  }

  private void violation(Violation violation, TreePath place, ReportSize size) {
    if (violation.isSum()) {
      violation.causes().forEach(cause -> violation(cause, place, size));
      return;
    }
    TreePath at = place.then(violation.location());
    if (violation.keyword().equals("additionalProperties")) {
      violation.members().forEach(name -> unknownField(at.key(name), name, violation.known()));
      return;
    }
    String path = at.toString();
    add(
        Kind.OBJECT_SCHEMA,
        (path.isEmpty() ? "" : path + ": ") + violation.valueless(),
        positionOf(at),
        0,
        violation.causes().isEmpty()
            ? null
            : new Hint.Advice(ViolationText.linesWithoutValues(violation.causes(), size)));
  }

  private void unknownField(TreePath place, String name, List<String> known) {
    budget.worked(SPELLING_STEPS * known.size());
    String near = Spelling.nearest(name, known);
    add(
        Kind.OBJECT_SCHEMA,
        "unknown field " + place,
        positionOf(place),
        name.length(),
        near == null ? null : new Hint.DidYouMean(near, null));
  }

  private Position positionOf(TreePath place) {
    Position position = place.positionIn(resource.tree());
    return position != null ? position : new Position(resource.source() + Resource.RENDERED, 1, 0);
  }

  private void add(Kind kind, String message, Position position, int span, Hint hint) {
    String object = resource.kind() + (resource.name().isEmpty() ? "" : " " + resource.name());
    Diagnostic diagnostic =
        resource.finding(
            kind,
            object.isEmpty() ? message : Visible.name(object) + ": " + message,
            position,
            span);
    List<Hint> hints = new ArrayList<>();
    if (hint != null) {
      hints.add(hint);
    }
    hints.addAll(diagnostic.hints());
    found.add(diagnostic.withHints(hints));
  }
}
