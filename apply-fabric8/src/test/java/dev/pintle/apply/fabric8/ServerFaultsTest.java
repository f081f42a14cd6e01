package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.Progress;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.release.Release;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.FaultyServer;
import dev.pintle.testing.cluster.FaultyServer.Fate;
import dev.pintle.testing.cluster.FaultyServer.Request;
import dev.pintle.testing.cluster.OnControlPlane;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that is away, busy or gone, and a process that dies, at every request in turn. */
@OnControlPlane
class ServerFaultsTest {

  private static final Fabric8Settings SETTINGS =
      Fabric8Settings.defaults().withParallelism(2).withHoldFor(Duration.ofMillis(300));

  private final ControlPlane plane;
  private final TestCluster cluster;
  private final FaultyServer server;
  private final Fabric8Applier direct;
  private final String namespace;

  ServerFaultsTest(ControlPlane plane) {
    this.plane = plane;
    this.cluster = new TestCluster(plane);
    this.server = new FaultyServer(plane);
    this.direct = Fabric8Applier.of(cluster.client(plane.adminToken()), SETTINGS);
    this.namespace = plane.newNamespace("faults");
  }

  @AfterEach
  void close() {
    direct.close();
    server.close();
    cluster.close();
  }

  private Fabric8Applier through(Duration patience) {
    return Fabric8Applier.of(
        cluster.client(server.url(), plane.adminToken()), SETTINGS.withPatience(patience));
  }

  private Release release(String value, String... names) {
    SmallChart chart = new SmallChart();
    for (String name : names) {
      chart.configMap(name, value);
    }
    return chart.render(namespace);
  }

  private boolean isThere(String name) {
    return cluster.get("/api/v1/namespaces/" + namespace + "/configmaps/" + name).isPresent();
  }

  /** One revision is deployed, the last; none is pending or held. */
  private void assertHistoryIsTrue(int revisions) {
    assertThat(direct.history("web", namespace))
        .hasSize(revisions)
        .noneMatch(record -> record.status().isPending())
        .filteredOn(record -> record.status() == ReleaseStatus.DEPLOYED)
        .singleElement()
        .extracting(ReleaseRecord::revision)
        .isEqualTo(revisions);
    assertThat(cluster.store().entries(namespace)).allMatch(entry -> entry.hold() == null);
  }

  /** One request after the other meets its fate, each in an upgrade of its own. */
  private void eachRequestOnce(Function<Request, Fate> fate) {
    eachRequestOnce(ApplyMethod.SERVER_SIDE, fate);
  }

  private void eachRequestOnce(ApplyMethod method, Function<Request, Fate> fate) {
    direct.apply(release("0", "a", "b"), options -> options.serverSide(method));
    int revision = 1;
    try (Fabric8Applier applier = through(Duration.ofSeconds(20))) {
      for (int number = 1; ; number++) {
        int unlucky = number;
        server.plan(request -> request.number() == unlucky ? fate.apply(request) : Fate.PASS);
        boolean odd = number % 2 == 1;
        // The first question, whether there is a server, is asked once: no answer, no patience.
        Release next = release(String.valueOf(number), "a", odd ? "c" : "b");
        if (number > 1) {
          ApplyResult result = applier.apply(next, ApplyOptions.of(all -> all.historyMax(0)));
          revision++;
          assertThat(result.record().revision()).as("request " + number).isEqualTo(revision);
          assertThat(isThere("a")).isTrue();
          assertThat(isThere("b")).isEqualTo(!odd);
          assertThat(isThere("c")).isEqualTo(odd);
          assertHistoryIsTrue(revision);
          if (server.requests() < number) {
            assertThat(number).isGreaterThan(8);
            return;
          }
        }
      }
    }
  }

  @Test
  void requestsThatAreTurnedAwayForAWhileAreSentAgain() {
    List<Integer> codes = List.of(429, 503, 502, 504);
    eachRequestOnce(
        request -> Fate.refused(codes.get(request.number() % codes.size()), "", "later"));
  }

  @Test
  void connectionsThatAreCutAreMadeAgain() {
    eachRequestOnce(request -> Fate.LOST);
  }

  @Test
  void whatWasDoneIsNotDoneAgainIfTheAnswerIsLost() {
    eachRequestOnce(request -> Fate.ANSWER_LOST);
  }

  @Test
  void norByTheClient() {
    eachRequestOnce(ApplyMethod.CLIENT_SIDE, request -> Fate.ANSWER_LOST);
  }

  @Test
  void objectsThatChangeMeanwhileAreSentAgain() {
    eachRequestOnce(
        request ->
            request.method().equals("PATCH") && request.path().contains("/configmaps/")
                ? Fate.refused(
                    409,
                    "Conflict",
                    "Operation cannot be fulfilled: the object has been modified; please apply"
                        + " your changes to the latest version and try again")
                : Fate.PASS);
  }

  @Test
  void aServerThatComesBackFindsTheApplyGoingOn() {
    AtomicReference<CompletableFuture<Void>> back = new AtomicReference<>();
    ApplyResult result =
        direct.apply(
            release("1", "a", "b", "c", "d", "e"),
            options ->
                options.progress(
                    event -> {
                      if (event instanceof Progress.ObjectDone && back.get() == null) {
                        back.set(new CompletableFuture<>());
                        plane.killApiServer();
                        CompletableFuture.runAsync(plane::startApiServer)
                            .thenRun(() -> back.get().complete(null));
                      }
                    }));
    back.get().join();
    assertThat(result.objects()).hasSize(5);
    assertThat(Set.of("a", "b", "c", "d", "e")).allMatch(this::isThere);
    assertHistoryIsTrue(1);
  }

  @Test
  void aServerThatStaysAwayIsAClearError() {
    server.plan(request -> request.number() > 6 ? Fate.refused(503, "", "away") : Fate.PASS);
    try (Fabric8Applier applier = through(Duration.ofMillis(500))) {
      ApplyException failure =
          catchThrowableOfType(
              ApplyException.class, () -> applier.apply(release("1", "a", "b", "c")));
      assertThat(failure).hasMessageContaining("away");
    }
    direct.apply(release("1", "a", "b", "c"));
    assertHistoryEndsWell();
  }

  /**
   * A process dies after each of its requests in turn: the server gets that one, and hears no more
   * of it.
   *
   * @param after brings the release into a good state, and looks at it
   */
  private void dieAtEachRequest(Consumer<Fabric8Applier> operation, Runnable after) {
    for (int number = 1; ; number++) {
      int last = number;
      server.plan(
          request ->
              request.number() < last
                  ? Fate.PASS
                  : request.number() == last ? Fate.ANSWER_LOST : Fate.LOST);
      boolean ended = false;
      try (Fabric8Applier dying = through(Duration.ZERO)) {
        operation.accept(dying);
        ended = true;
      } catch (ApplyException died) {
        assertThat(died.reason()).as(died.getMessage()).isNotEqualTo(Reason.NOT_OWNED);
      }
      after.run();
      if (ended && server.requests() < number) {
        assertThat(number).isGreaterThan(8);
        return;
      }
    }
  }

  @Test
  void installsThatDieAnywhereCanBeRunAgain() {
    dieAtEachRequest(
        applier -> applier.apply(release("1", "a", "b")),
        () -> {
          direct.apply(release("1", "a", "b"));
          assertThat(isThere("a") && isThere("b")).isTrue();
          assertHistoryIsTrue(direct.history("web", namespace).size());
          direct.uninstall("web", namespace, UninstallOptions.defaults());
          assertThat(isThere("a") || isThere("b")).isFalse();
        });
  }

  @Test
  void upgradesThatDieAnywhereCanBeRunAgain() {
    direct.apply(release("1", "a", "b"));
    dieAtEachRequest(
        applier -> applier.apply(release("2", "a", "c")),
        () -> {
          ApplyResult again = direct.apply(release("2", "a", "c"));
          assertThat(again.objects(Action.FAILED)).isEmpty();
          assertThat(isThere("a") && isThere("c")).isTrue();
          assertThat(isThere("b")).isFalse();
          assertHistoryEndsWell();
          direct.apply(release("1", "a", "b"));
          assertThat(isThere("b")).isTrue();
          assertThat(isThere("c")).isFalse();
        });
  }

  @Test
  void rollbacksAndUninstallsThatDieAnywhereCanBeRunAgain() {
    direct.apply(release("1", "a", "b"));
    direct.apply(release("2", "a", "c"));
    dieAtEachRequest(
        applier -> applier.rollback("web", namespace, 1, ApplyOptions.of(o -> o.historyMax(0))),
        () -> {
          direct.rollback("web", namespace, 1, ApplyOptions.of(o -> o.historyMax(0)));
          assertThat(isThere("b")).isTrue();
          assertThat(isThere("c")).isFalse();
          assertHistoryEndsWell();
          direct.rollback("web", namespace, 2, ApplyOptions.of(o -> o.historyMax(0)));
        });
    dieAtEachRequest(
        applier -> applier.uninstall("web", namespace, UninstallOptions.defaults()),
        () -> {
          direct.uninstall("web", namespace, UninstallOptions.of(o -> o.ignoreNotFound()));
          assertThat(isThere("a") || isThere("c")).isFalse();
          assertThat(cluster.store().entries(namespace)).isEmpty();
          direct.apply(release("2", "a", "c"));
        });
  }

  private void assertHistoryEndsWell() {
    assertThat(direct.history("web", namespace))
        .noneMatch(record -> record.status().isPending())
        .filteredOn(record -> record.status() == ReleaseStatus.DEPLOYED)
        .singleElement()
        .extracting(ReleaseRecord::revision)
        .isEqualTo(direct.target("web", namespace).revision() - 1);
    assertThat(cluster.store().entries(namespace)).allMatch(entry -> entry.hold() == null);
  }
}
