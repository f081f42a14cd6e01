package dev.pintle.cli.lint;

import dev.pintle.cli.console.ErrorReport;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.render.lint.LintMessage;
import java.util.List;

/** What {@code helm lint} prints; what Helm does not look for has its line after the file. */
record LintText(boolean quiet) implements LintReport {

  @Override
  public String of(List<LintedPath> charts) {
    StringBuilder text = new StringBuilder();
    charts.stream()
        .filter(chart -> !quiet || chart.result().hasWarningsOrErrors())
        .forEach(chart -> append(text, chart));
    return text.toString();
  }

  private void append(StringBuilder text, LintedPath chart) {
    text.append("==> Linting ").append(Visible.name(chart.path())).append('\n');
    if (chart.result().refusal() != null) {
      text.append("Error ").append(ErrorReport.message(chart.result().refusal())).append('\n');
    }
    for (LintMessage message : chart.result().messages()) {
      if (!quiet || message.isAtLeast(LintMessage.Severity.WARNING)) {
        text.append(ErrorReport.message(message.toString())).append('\n');
      }
    }
    text.append('\n');
  }
}
