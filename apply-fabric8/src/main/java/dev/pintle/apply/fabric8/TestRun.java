package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Hook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs the tests of a release: its hooks for that event. */
final class TestRun {

  private final Connection connection;
  private final String name;
  private final String namespace;
  private final TestOptions options;

  TestRun(Connection connection, String name, String namespace, TestOptions options) {
    this.connection = connection;
    this.name = name;
    this.namespace = namespace;
    this.options = options;
  }

  /**
   * Runs them.
   *
   * @throws ApplyException if one fails
   */
  ApplyResult run() {
    connection.requireReachable();
    try (Session session = new Session(connection, Operation.TEST, options.supervision())) {
      return run(session);
    } catch (ApiException e) {
      throw Failures.of(e);
    }
  }

  private ApplyResult run(Session session) {
    Failures.requireName("releaseTest: Release", name);
    Entry last =
        session
            .releases()
            .settle(name, namespace, Duration.ofHours(1), false, session.course())
            .last();
    if (last == null) {
      throw Failures.notFound();
    }
    ReleaseRecord record = selectedLast(session.releases().read(last));
    session.course().tell(new Progress.Started(Operation.TEST, name, namespace, last.revision()));
    try (Claim claim = Claim.take(session.releases(), session.course(), last, record)) {
      HookRunner hooks = new HookRunner(session, claim, record.method(), false, options.logs());
      ApplyException failure = null;
      try {
        hooks.run(Hook.Event.TEST, hook -> options.selects(hook.resource().name()));
      } catch (ApplyException e) {
        failure = e;
      }
      failure = withLogFailures(failure, hooks.logFailures());
      claim.finish(claim.record());
      if (failure != null) {
        throw session
            .outcomes()
            .failure(
                failure.reason(),
                failure.getMessage(),
                failure.diagnostics(),
                claim.record(),
                failure);
      }
      return session.outcomes().result(claim.record(), List.of());
    }
  }

  /** The record as Helm leaves it where tests are selected: hooks that were not come first. */
  private ReleaseRecord selectedLast(ReleaseRecord record) {
    List<RecordedHook> hooks = new ArrayList<>(record.hooks());
    hooks.sort(
        Comparator.comparingInt(
            each -> {
              String hook = each.hook().resource().name();
              return options.without().contains(hook) ? 0 : options.selects(hook) ? 2 : 1;
            }));
    return record.withHooks(hooks);
  }

  /** That logs cannot be had fails a test that has succeeded too, as with Helm. */
  private static ApplyException withLogFailures(ApplyException failure, List<String> logFailures) {
    if (logFailures.isEmpty()) {
      return failure;
    }
    String logs = String.join("\n", logFailures);
    if (failure == null) {
      return Failures.of(Reason.FAILED, logs, null);
    }
    List<Diagnostic> all = new ArrayList<>(failure.diagnostics());
    logFailures.forEach(each -> all.add(Diagnostic.of(Diagnostic.Kind.APPLY, each, null)));
    return new ApplyException(
        failure.reason(), failure.getMessage() + "\n" + logs, all, null, failure);
  }
}
