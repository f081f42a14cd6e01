package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Cancellation;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Release;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.FaultyServer;
import dev.pintle.testing.cluster.FaultyServer.Fate;
import dev.pintle.testing.cluster.FaultyServer.Request;
import dev.pintle.testing.cluster.OnControlPlane;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An applier with hours of patience, whose server goes away at some request and stays away: it
 * hears at once that it is to stop. Were it deaf, these tests would not end.
 */
@OnControlPlane
class OutageTest {

  private static final Fate AWAY = Fate.refused(503, "", "away");

  private final TestCluster cluster;
  private final FaultyServer server;
  private final Fabric8Applier direct;
  private final Fabric8Applier patient;
  private final String namespace;

  OutageTest(ControlPlane plane) {
    Fabric8Settings settings = Fabric8Settings.defaults().withHoldFor(Duration.ofMillis(300));
    this.cluster = new TestCluster(plane);
    this.server = new FaultyServer(plane);
    this.namespace = plane.newNamespace("outage");
    this.direct = Fabric8Applier.of(cluster.client(plane.adminToken()), settings);
    this.patient =
        Fabric8Applier.of(
            cluster.client(server.url(), plane.adminToken()),
            settings.withPatience(Duration.ofHours(3)));
  }

  @AfterEach
  void close() {
    patient.close();
    direct.close();
    server.close();
    cluster.close();
  }

  private Release release(String value) {
    return new SmallChart().configMap("a", value).render(namespace);
  }

  /** Which request the server goes away at. */
  private static Predicate<Request> at(String method, String path) {
    return request -> request.method().equals(method) && request.path().contains(path);
  }

  private void goAwayAt(Predicate<Request> last, Runnable then) {
    AtomicBoolean away = new AtomicBoolean();
    server.plan(
        request -> {
          if (last.test(request) && away.compareAndSet(false, true)) {
            then.run();
          }
          return away.get() ? AWAY : Fate.PASS;
        });
  }

  private void assertTheNextOneGoesOn() {
    server.plan(request -> Fate.PASS);
    direct.apply(release("2"));
    assertThat(direct.history("web", namespace))
        .noneMatch(record -> record.status().isPending())
        .last()
        .satisfies(record -> assertThat(record.status()).isEqualTo(ReleaseStatus.DEPLOYED));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "GET, /secrets?", // who else works on the release
    "GET, /secrets/sh.helm", // what it is now
    "GET, /api", // which kinds the server has
    "GET, /configmaps", // which objects there are
    "POST, /secrets", // the pending revision
    "PATCH, /configmaps/", // an object
    "PUT, /secrets/", // the end
  })
  void cancellationIsHeardWhereverTheServerIsAway(String method, String path) {
    direct.apply(release("1"));
    Cancellation cancellation = new Cancellation();
    goAwayAt(at(method, path), () -> cancellation.cancel("nobody waits any more"));
    ApplyException stopped =
        catchThrowableOfType(
            ApplyException.class,
            () -> patient.apply(release("2"), options -> options.cancellation(cancellation)));
    assertThat(stopped.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(stopped).hasMessageContaining("context canceled");
    assertTheNextOneGoesOn();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"GET, /secrets?", "POST, /secrets", "PUT, /secrets/"})
  void soAreDeadlines(String method, String path) {
    direct.apply(release("1"));
    goAwayAt(at(method, path), () -> {});
    ApplyException stopped =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                patient.apply(release("2"), options -> options.deadline(Duration.ofMillis(1500))));
    assertThat(stopped.reason()).isEqualTo(Reason.TIMED_OUT);
    assertTheNextOneGoesOn();
  }

  @Test
  void rollbacksHearItToo() {
    direct.apply(release("1"));
    direct.apply(release("2"));
    Cancellation cancellation = new Cancellation();
    goAwayAt(at("PUT", "/secrets/"), () -> cancellation.cancel("enough"));
    ApplyException stopped =
        catchThrowableOfType(
            ApplyException.class,
            () ->
                patient.rollback(
                    "web", namespace, 1, ApplyOptions.of(o -> o.cancellation(cancellation))));
    assertThat(stopped.reason()).isEqualTo(Reason.CANCELLED);
    assertTheNextOneGoesOn();
  }

  /** The server is there, so what the cancelled one has to say at its end is heard. */
  @Test
  void howACancelledOneEndedIsRecorded() {
    direct.apply(release("1"));
    Cancellation cancellation = new Cancellation();
    server.plan(
        request ->
            at("PATCH", "/configmaps/").test(request)
                ? Fate.PASS.and(() -> cancellation.cancel("enough"))
                : Fate.PASS);
    assertThat(
            catchThrowableOfType(
                    ApplyException.class,
                    () -> patient.apply(release("2"), o -> o.cancellation(cancellation)))
                .reason())
        .isEqualTo(Reason.CANCELLED);
    assertThat(direct.history("web", namespace))
        .last()
        .satisfies(
            record ->
                assertThat(record.info().description())
                    .isEqualTo("Upgrade \"web\" failed: context canceled"));
  }

  /** The release is there and recorded; that the one before it is marked later hurts nobody. */
  @Test
  void whatIsDeployedIsNotFailedByTidyingUp() {
    direct.apply(release("1"));
    server.plan(
        request ->
            at("PUT", "web.v1").test(request)
                ? Fate.refused(403, "Forbidden", "not you")
                : Fate.PASS);
    ApplyResult result = patient.apply(release("2"));
    assertThat(result.recorded().orElseThrow().status()).isEqualTo(ReleaseStatus.DEPLOYED);
    assertThat(result.warnings())
        .extracting(Diagnostic::message)
        .containsExactly(
            "earlier revisions stay as they are for now: update: failed to update: not you");
    assertTheNextOneGoesOn();
    assertThat(direct.history("web", namespace))
        .extracting(record -> record.status().helmName())
        .containsExactly("superseded", "superseded", "deployed");
  }
}
