package dev.pintle.render.lint;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Budget;
import dev.pintle.render.lint.LintMessage.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find in one chart. */
final class Findings {

  private static final int BYTES_OF_FINDING = 64;

  private final List<LintMessage> messages = new ArrayList<>();
  private final Budget budget;

  /** None yet; what they take counts. */
  Findings(Budget budget) {
    this.budget = budget;
  }

  void info(String path, String text) {
    add(new LintMessage(Severity.INFO, path, text, null));
  }

  void warning(String path, String text) {
    add(new LintMessage(Severity.WARNING, path, text, null));
  }

  void error(String path, String text) {
    add(new LintMessage(Severity.ERROR, path, text, null));
  }

  private void add(LintMessage message) {
    budget.built(BYTES_OF_FINDING + message.path().length() + message.text().length());
    messages.add(message);
  }

  /** An error of which more is known. */
  void error(String path, String prefix, PintleException cause) {
    List<Diagnostic> known = cause.diagnostics();
    Diagnostic first = known.isEmpty() ? null : known.get(0);
    String text = prefix + cause.getMessage();
    if (first != null && first.kind() == Diagnostic.Kind.LIMIT) {
      for (Hint hint : first.hints()) {
        text += hint instanceof Hint.Advice advice ? "; " + advice.text() : "";
      }
    }
    messages.add(new LintMessage(Severity.ERROR, path, text, first));
  }

  List<LintMessage> messages() {
    return messages;
  }
}
