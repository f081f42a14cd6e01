package dev.pintle.render.compose;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.fmt.GoFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what Helm would log. Values are coalesced more than once; what is said is said once. */
final class Warnings {

  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final CompositionBudget budget;

  Warnings(CompositionBudget budget) {
    this.budget = budget;
  }

  /** Takes what Helm prints into its log, with Go's verbs for its arguments. */
  void add(Position position, String format, Object... arguments) {
    String message = GoFormat.sprintf(format, arguments);
    budget.keep(message);
    found.add(Diagnostic.of(Diagnostic.Kind.NOTICE, message, position));
  }

  /** Takes what Helm warns of, with the fields of its log. */
  void warn(Position position, String message, String... fields) {
    String note = String.join(" ", fields);
    budget.keep(note);
    found.add(Diagnostic.of(Diagnostic.Kind.WARNING, message, position).withNote(note));
  }

  List<Diagnostic> all() {
    return new ArrayList<>(found);
  }
}
