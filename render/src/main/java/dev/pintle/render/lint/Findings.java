package dev.pintle.render.lint;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.lint.LintMessage.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find in one chart. */
final class Findings {

  private final List<LintMessage> messages = new ArrayList<>();

  void info(String path, String text) {
    messages.add(new LintMessage(Severity.INFO, path, text, null));
  }

  void warning(String path, String text) {
    messages.add(new LintMessage(Severity.WARNING, path, text, null));
  }

  void error(String path, String text) {
    messages.add(new LintMessage(Severity.ERROR, path, text, null));
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
