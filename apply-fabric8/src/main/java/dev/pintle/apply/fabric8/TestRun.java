package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.release.Hook;
import dev.pintle.release.ReleaseName;
import java.time.Duration;
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
    ReleaseName.check(name);
    Entry last =
        session.releases().settle(name, namespace, Duration.ofHours(1), session.course()).last();
    if (last == null) {
      throw Failures.notFound();
    }
    ReleaseRecord record = session.releases().read(last);
    session.course().tell(new Progress.Started(Operation.TEST, name, namespace, last.revision()));
    try (Claim claim = Claim.take(session.releases(), session.course(), last, record)) {
      ApplyException failure = null;
      try {
        new HookRunner(session, claim, record.method(), options.logs())
            .run(Hook.Event.TEST, hook -> options.selects(hook.resource().name()));
      } catch (ApplyException e) {
        failure = e;
      }
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
}
