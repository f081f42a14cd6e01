package dev.pintle.render.lint;

import dev.pintle.render.lint.LintMessage.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one chart.
 *
 * @param messages in the order in which Helm has them
 * @param refusal why the chart was not looked at; null if it was
 */
public record LintResult(List<LintMessage> messages, String refusal) {

  /** The list is copied. */
  public LintResult {
    messages = List.copyOf(messages);
  }

  /** True if the chart has failed. In strict mode warnings count as errors do. */
  public boolean hasFailed(boolean strict) {
    return refusal != null || has(strict ? Severity.WARNING : Severity.ERROR);
  }

  /** True if there is more to say than remarks. */
  public boolean hasWarningsOrErrors() {
    return refusal != null || has(Severity.WARNING);
  }

  private boolean has(Severity least) {
    return messages.stream().anyMatch(message -> message.isAtLeast(least));
  }

  /** The same with more findings after these. */
  public LintResult with(List<LintMessage> more) {
    List<LintMessage> all = new ArrayList<>(messages);
    all.addAll(more);
    return new LintResult(all, refusal);
  }
}
