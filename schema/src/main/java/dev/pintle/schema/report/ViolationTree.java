package dev.pintle.schema.report;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.schema.keyword.EvaluationTokens;
import dev.pintle.schema.keyword.ReportSize;
import dev.pintle.schema.source.JsonPointers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the validator's flat list of errors into the tree that Helm prints.
 *
 * <p>An error's evaluation path leads through the keywords to the one that was not met; with the
 * location of the value it tells which schema was applied to which value on the way. The errors of
 * each such application are brought into the order in which Helm looks at keywords, and cut off
 * where Helm stops looking; several of one application are put under one line. Where Helm's order
 * is random, as that of an object's properties is, names are in byte order here.
 */
public final class ViolationTree {

  /** A schema whose value does not meet one of these is not looked at any further. */
  private static final List<String> DECISIVE = List.of("false", "type", "const", "enum", "format");

  private static final List<String> BEFORE_PROPERTIES =
      List.of("$ref", "minProperties", "maxProperties", "required", "dependencies");

  private static final List<String> PER_PROPERTY =
      List.of("properties", "patternProperties", "additionalProperties");

  private static final List<String> AFTER_PROPERTIES =
      List.of(
          "additionalProperties",
          "propertyNames",
          "dependentSchemas",
          "dependentRequired",
          "minItems",
          "maxItems",
          "uniqueItems",
          "prefixItems",
          "items",
          "additionalItems",
          "contains",
          "minContains",
          "maxContains",
          "minLength",
          "maxLength",
          "pattern",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "$recursiveRef",
          "$dynamicRef",
          "not",
          "allOf",
          "anyOf",
          "oneOf",
          "then",
          "else",
          "unevaluatedProperties",
          "unevaluatedItems");

  private static final long TOKEN_BYTES = 8;

  private static final long VIOLATION_BYTES = 200;

  private final ReportSize size;

  private ViolationTree(ReportSize size) {
    this.size = size;
  }

  /**
   * The violations that a validation's errors stand for; the first level of the report.
   *
   * @throws dev.pintle.limit.LimitException if the report grows too large
   */
  public static List<Violation> of(List<Error> errors, ReportSize size) {
    return new ViolationTree(size).of(errors, 0, new Place(List.of(), List.of()));
  }

  private List<Violation> of(List<Error> errors, int pathDone, Place place) {
    List<Entry> entries = new ArrayList<>(errors.size());
    for (Error error : errors) {
      Object[] path = tokens(error.getEvaluationPath());
      Object[] location = tokens(error.getInstanceLocation());
      size.add(TOKEN_BYTES * (path.length + location.length));
      entries.add(new Entry(error, path, location));
    }
    return parts(new Application(entries, pathDone, place).violations());
  }

  private Violation violation(
      Place place,
      String keyword,
      String text,
      String valueless,
      List<String> members,
      List<String> known,
      List<Violation> causes) {
    String pointer = JsonPointers.of(place.shown);
    size.add(VIOLATION_BYTES + text.length() + pointer.length() + TOKEN_BYTES * members.size());
    size.add(valueless.equals(text) ? 0 : valueless.length());
    return new Violation(keyword, place.tokens, pointer, text, valueless, members, known, causes);
  }

  /** In place of a single violation that only sums up others, those. */
  private static List<Violation> parts(List<Violation> violations) {
    boolean sum = violations.size() == 1 && violations.get(0).keyword().equals(Violation.SEVERAL);
    return sum ? violations.get(0).causes() : violations;
  }

  private static Object[] tokens(NodePath path) {
    Object[] tokens = new Object[path.getNameCount()];
    NodePath at = path;
    for (int i = tokens.length - 1; i >= 0; i--) {
      tokens[i] = at.getElement(-1);
      at = at.getParent();
    }
    return tokens;
  }

  /** An error with its two paths as arrays. */
  private record Entry(Error error, Object[] path, Object[] location) {}

  /** Where a value is, and as where Helm shows it. */
  private record Place(List<Object> tokens, List<Object> shown) {

    Place child(Object token, Object shownToken) {
      List<Object> inner = new ArrayList<>(tokens);
      inner.add(token);
      List<Object> innerShown = new ArrayList<>(shown);
      innerShown.add(shownToken);
      return new Place(inner, innerShown);
    }
  }

  /**
   * Which subschema of a keyword was applied to which member; parts are null where there is none.
   */
  private record Step(String subschema, Object member) implements Comparable<Step> {

    private static final Comparator<Step> ORDER =
        Comparator.comparing(Step::member, Comparator.nullsFirst(Step::compareMembers))
            .thenComparing(Step::subschema, Comparator.nullsFirst((a, b) -> compareMembers(a, b)));

    private static int compareMembers(Object a, Object b) {
      if (a instanceof Integer left && b instanceof Integer right) {
        return left.compareTo(right);
      }
      return GoStrings.compare(a.toString(), b.toString());
    }

    @Override
    public int compareTo(Step other) {
      return ORDER.compare(this, other);
    }
  }

  /** One schema applied to one value, with all errors that came of it. */
  private final class Application {

    private final int pathDone;
    private final Place place;

    /** Of keywords about the value itself; one keyword may have reported several times. */
    private final Map<String, List<Error>> own = new HashMap<>();

    /** By keyword, of the schemas inside this one. */
    private final Map<String, TreeMap<Step, List<Entry>>> inner = new HashMap<>();

    private final List<Violation> found = new ArrayList<>();

    Application(List<Entry> entries, int pathDone, Place place) {
      this.pathDone = pathDone;
      this.place = place;
      for (Entry entry : entries) {
        String keyword = (String) entry.path[pathDone];
        if (entry.path.length == pathDone + 1) {
          own.computeIfAbsent(keyword, k -> new ArrayList<>(1)).add(entry.error);
        } else {
          inner
              .computeIfAbsent(keyword, k -> new TreeMap<>())
              .computeIfAbsent(step(keyword, entry), s -> new ArrayList<>(1))
              .add(entry);
        }
      }
    }

    private Step step(String keyword, Entry entry) {
      String subschema =
          EvaluationTokens.namesSubschema(keyword) ? padded(entry.path[pathDone + 1]) : null;
      Object member =
          EvaluationTokens.entersMember(keyword) ? entry.location[place.tokens.size()] : null;
      return new Step(subschema, member);
    }

    /** Indexes of subschemas in a form whose order as text is theirs as numbers. */
    private static String padded(Object token) {
      return token instanceof Integer index ? "%010d".formatted(index) : token.toString();
    }

    private Violation violation(String keyword, String text, List<Violation> causes) {
      return ViolationTree.this.violation(place, keyword, text, text, List.of(), List.of(), causes);
    }

    List<Violation> violations() {
      for (String keyword : DECISIVE) {
        if (own.containsKey(keyword)) {
          return List.of(own(keyword));
        }
      }
      BEFORE_PROPERTIES.forEach(this::keyword);
      perProperty();
      AFTER_PROPERTIES.forEach(this::keyword);
      return found;
    }

    private Violation own(String keyword) {
      Error error = own.get(keyword).get(0);
      String text = Messages.of(keyword, error);
      boolean ofMembers = keyword.equals("additionalProperties");
      return ViolationTree.this.violation(
          place,
          keyword,
          text,
          Messages.withoutValue(keyword, error),
          ofMembers ? Messages.strings(error, "properties") : List.of(),
          ofMembers ? Messages.strings(error, "known") : List.of(),
          List.of());
    }

    private void keyword(String keyword) {
      switch (keyword) {
        case "additionalProperties" -> addOwn(keyword);
        case "dependencies", "dependentRequired" -> {
          addDependent(keyword);
          addInner(keyword);
        }
        case "propertyNames" -> addPropertyNames();
        case "allOf", "anyOf" -> addAlternatives(keyword);
        case "oneOf" -> {
          if (own.containsKey(keyword)) {
            boolean none = Messages.isNoneMatched(own.get(keyword).get(0));
            addComposed(keyword, none ? results(keyword) : List.of());
          }
        }
        case "contains" -> {
          if (own.containsKey(keyword)) {
            addComposed(keyword, results(keyword));
          }
        }
        case "minContains" -> {
          if (own.containsKey(keyword)) {
            addComposed(keyword, results("contains"));
          }
        }
        default -> {
          addOwn(keyword);
          addInner(keyword);
        }
      }
    }

    private void addOwn(String keyword) {
      if (own.containsKey(keyword)) {
        found.add(own(keyword));
      }
    }

    private void addInner(String keyword) {
      found.addAll(results(keyword));
    }

    private void addComposed(String keyword, List<Violation> causes) {
      String text = Messages.of(keyword, own.get(keyword).get(0));
      found.add(violation(keyword, text, causes));
    }

    private void addAlternatives(String keyword) {
      if (inner.containsKey(keyword)) {
        found.add(violation(keyword, "'" + keyword + "' failed", results(keyword)));
      }
    }

    private void addDependent(String keyword) {
      if (own.containsKey(keyword)) {
        for (String text : Messages.dependent(own.get(keyword).get(0))) {
          found.add(violation(keyword, text, List.of()));
        }
      }
    }

    private void addPropertyNames() {
      for (Error error : own.getOrDefault("propertyNames", List.of())) {
        String name = (String) error.getDetails().get("property");
        List<Violation> causes =
            of(Messages.causes(error), pathDone + 2, new Place(place.tokens, List.of()));
        found.add(
            new Violation(
                "propertyNames",
                place.tokens,
                "",
                Messages.of("propertyNames", error),
                Messages.of("propertyNames", error),
                List.of(name),
                List.of(),
                causes));
      }
    }

    /** Helm goes through the properties, and for each through the keywords. */
    private void perProperty() {
      TreeMap<String, List<Violation>> byName = new TreeMap<>(GoStrings.BYTE_ORDER);
      for (String keyword : PER_PROPERTY) {
        for (Map.Entry<Step, List<Entry>> step : steps(keyword).entrySet()) {
          byName
              .computeIfAbsent(step.getKey().member.toString(), n -> new ArrayList<>(1))
              .add(result(keyword, step.getKey(), step.getValue()));
        }
      }
      byName.values().forEach(found::addAll);
    }

    private TreeMap<Step, List<Entry>> steps(String keyword) {
      return inner.getOrDefault(keyword, new TreeMap<>());
    }

    private List<Violation> results(String keyword) {
      List<Violation> results = new ArrayList<>();
      steps(keyword).forEach((step, entries) -> results.add(result(keyword, step, entries)));
      return results;
    }

    /** What an inner schema's application comes to: one violation, or one that sums several up. */
    private Violation result(String keyword, Step step, List<Entry> entries) {
      Place innerPlace = place;
      if (step.member != null) {
        int from = EvaluationTokens.firstCounted(entries.get(0).path[pathDone + 1]);
        Object shown = from > 0 ? (Integer) step.member - from : step.member;
        innerPlace = place.child(step.member, shown);
      }
      int parts = step.subschema == null ? 1 : 2;
      List<Violation> violations =
          new Application(entries, pathDone + parts, innerPlace).violations();
      boolean referred = EvaluationTokens.isReference(keyword);
      List<Violation> causes = referred ? parts(violations) : violations;
      return causes.size() == 1
          ? causes.get(0)
          : ViolationTree.this.violation(
              innerPlace,
              referred ? Violation.REFERRED : Violation.SEVERAL,
              "validation failed",
              "validation failed",
              List.of(),
              List.of(),
              causes);
    }
  }
}
