package dev.pintle.cli.diff;

import com.github.difflib.UnifiedDiffUtils;
import dev.pintle.apply.Drift;
import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.Plan;
import dev.pintle.cli.console.ErrorReport;
import dev.pintle.cli.report.GoEncoding;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.release.Hook;
import dev.pintle.values.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is different in objects, as it is printed.
 *
 * @param heading what is known besides, for programs
 * @param objects those that are the same too
 * @param drift whether the cluster was changed; else it is about to be
 */
record DifferenceReport(
    Map<String, Object> heading, List<ObjectDifference> objects, boolean drift) {

  private static final int LINES_AROUND = 3;

  static DifferenceReport of(Drift drift) {
    Map<String, Object> heading = new LinkedHashMap<>();
    heading.put("release", drift.name());
    heading.put("namespace", drift.namespace());
    heading.put("revision", drift.revision());
    return new DifferenceReport(heading, drift.objects(), true);
  }

  static DifferenceReport of(Plan plan, String release) {
    Map<String, Object> heading = new LinkedHashMap<>();
    heading.put("release", release);
    heading.put("operation", plan.operation().name().toLowerCase(Locale.ROOT));
    heading.put("revision", plan.revision());
    heading.put("hooks", plan.hooks().stream().map(DifferenceReport::hook).toList());
    heading.put("obstacles", plan.obstacles().stream().map(each -> each.message()).toList());
    return new DifferenceReport(heading, plan.objects(), false);
  }

  private static String hook(Hook hook) {
    return hook.resource().kind() + " " + hook.resource().name();
  }

  /** What would make an apply fail, each in a line of its own; empty if nothing would. */
  static String obstacles(Plan plan) {
    StringBuilder text = new StringBuilder();
    plan.obstacles()
        .forEach(
            each ->
                text.append("Error: this would fail: ")
                    .append(ErrorReport.message(each.message()))
                    .append('\n'));
    return text.toString();
  }

  private List<ObjectDifference> different() {
    return objects.stream().filter(each -> each.kind() != ObjectDifference.Kind.SAME).toList();
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (ObjectDifference object : different()) {
      text.append(Visible.name(object.object().toString())).append(' ').append(what(object.kind()));
      if (!object.source().isEmpty()) {
        text.append(" (").append(Visible.name(object.source())).append(')');
      }
      text.append('\n');
      object.fields().forEach(field -> text.append("  ").append(line(field)).append('\n'));
    }
    int same = objects.size() - different().size();
    text.append(different().size())
        .append(different().size() == 1 ? " object differs, " : " objects differ, ")
        .append(same)
        .append(same == 1 ? " does" : " do")
        .append(" not\n");
    return text.toString();
  }

  private String what(ObjectDifference.Kind kind) {
    return switch (kind) {
      case SAME -> "is the same";
      case ADDED -> drift ? "is missing" : "is to be added";
      case CHANGED -> drift ? "was changed" : "is to be changed";
      case REMOVED -> "is to be removed";
      case KEPT -> "leaves the release and is kept";
    };
  }

  private String line(FieldDifference field) {
    String values =
        drift
            ? shown(field.before()) + ", released as " + shown(field.after())
            : shown(field.before()) + " -> " + shown(field.after());
    String who = field.manager().isEmpty() ? "" : "; set by " + field.manager();
    String when = field.changedAt() == null ? "" : " at " + field.changedAt();
    return Visible.name(field.path() + ": " + values + who + when);
  }

  private static String shown(Object value) {
    return value == null ? "(none)" : GoEncoding.json(value);
  }

  /** For programs: what differs, and how many objects do not. */
  String json() {
    Map<String, Object> all = new LinkedHashMap<>(heading);
    all.put("objects", different().stream().map(DifferenceReport::data).toList());
    all.put("same", objects.size() - different().size());
    return GoEncoding.json(all) + "\n";
  }

  private static Map<String, Object> data(ObjectDifference object) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("apiVersion", object.object().apiVersion());
    data.put("kind", object.object().kind());
    data.put("namespace", object.object().namespace());
    data.put("name", object.object().name());
    data.put("change", object.kind().name().toLowerCase(Locale.ROOT));
    data.put("source", object.source());
    data.put("fields", object.fields().stream().map(DifferenceReport::data).toList());
    return data;
  }

  private static Map<String, Object> data(FieldDifference field) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", field.path());
    data.put("before", field.before());
    data.put("after", field.after());
    data.put("manager", field.manager());
    data.put("changedAt", field.changedAt() == null ? null : field.changedAt().toString());
    return data;
  }

  /** As {@code diff -u} has it, each object as a file of its own. */
  String diff() {
    StringBuilder text = new StringBuilder();
    for (ObjectDifference object : different()) {
      List<String> before = yaml(object.before());
      List<String> after = yaml(object.after());
      String file =
          Stream.of(object.object().namespace(), object.object().kind(), object.object().name())
              .filter(part -> !part.isEmpty())
              .reduce((one, other) -> one + "/" + other)
              .map(Visible::name)
              .orElse("");
      UnifiedDiffUtils.generateUnifiedDiff(
              before.isEmpty() ? "/dev/null" : "live/" + file,
              after.isEmpty() ? "/dev/null" : "release/" + file,
              before,
              LineDifference.between(before, after),
              LINES_AROUND)
          .forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static List<String> yaml(Table object) {
    return object == null ? List.of() : GoEncoding.yaml(object).lines().toList();
  }
}
