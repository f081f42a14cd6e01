package dev.pintle.testing.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Cancellation;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.Feature;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.Target;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.release.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Applier} has to keep. The test of an applier extends this class and says where
 * releases go and how one looks at what is there:
 *
 * <pre>{@code
 * class MyApplierTest extends ApplierContract {
 *   @Override protected Applier open() { return new MyApplier(place); }
 *   @Override protected String namespace() { return "test"; }
 *   @Override protected Optional<Table> live(ObjectRef object) { return place.read(object); }
 * }
 * }</pre>
 *
 * <p>One that declares {@link Feature#DRIFT} says with {@link #edit} and {@link #remove}, too, how
 * somebody else changes what is there.
 *
 * <p>It asks for what the applier declares with {@link Applier#features()}, and that it refuses
 * what it does not declare. An applier that looks for signs of life of other appliers should do so
 * often in this test: many of its operations are cut off.
 */
public abstract class ApplierContract extends DifferenceContract {

  @Test
  void firstInstallsThenUpgrades() {
    ApplyResult install = applier.apply(release(new SmallChart().configMap("a", "1")));
    assertThat(install.operation()).isEqualTo(Operation.INSTALL);
    assertThat(install.succeeded()).isTrue();
    assertThat(names(install.objects(Action.CREATED))).containsExactly("a");
    assertThat(install.recorded().map(ReleaseRecord::status)).contains(ReleaseStatus.DEPLOYED);
    assertThat(value("a")).isEqualTo("1");

    ApplyResult upgrade =
        applier.apply(release(new SmallChart().configMap("a", "2").configMap("b", "1")));
    assertThat(upgrade.operation()).isEqualTo(Operation.UPGRADE);
    assertThat(names(upgrade.objects(Action.CHANGED))).containsExactly("a");
    assertThat(names(upgrade.objects(Action.CREATED))).containsExactly("b");
    assertThat(value("a")).isEqualTo("2");
  }

  @Test
  void knowsWhatItLeftAsItWas() {
    SmallChart chart = new SmallChart().configMap("a", "1").configMap("b", "1");
    applier.apply(release(chart));
    ApplyResult again = applier.apply(release(chart));
    assertThat(names(again.objects(Action.UNCHANGED))).containsExactly("a", "b");
    assertThat(again.objects()).hasSize(2);
  }

  @Test
  void prunesWhatLeftTheChart() {
    assumeTrue(has(Feature.PRUNE), "does not prune");
    applier.apply(release(new SmallChart().configMap("a", "1").configMap("b", "1").kept("c")));
    ApplyResult upgrade = applier.apply(release(new SmallChart().configMap("a", "1")));
    assertThat(names(upgrade.objects(Action.DELETED))).containsExactly("b");
    assertThat(names(upgrade.objects(Action.KEPT))).containsExactly("c");
    assertThat(live(configMap("b"))).isEmpty();
    assertThat(live(configMap("c"))).isPresent();
  }

  @Test
  void takesReleasesAway() {
    applier.apply(release(new SmallChart().configMap("a", "1").kept("c")));
    ApplyResult result = applier.uninstall(NAME, namespace, UninstallOptions.defaults());
    assertThat(result.operation()).isEqualTo(Operation.UNINSTALL);
    assertThat(names(result.objects(Action.DELETED))).containsExactly("a");
    assertThat(names(result.objects(Action.KEPT))).containsExactly("c");
    assertThat(live(configMap("a"))).isEmpty();
    assertThat(live(configMap("c"))).isPresent();
    assertThat(failure(() -> applier.status(NAME, namespace)).reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void saysThatThereIsNoRelease() {
    assertThat(failure(() -> applier.uninstall(NAME, namespace, UninstallOptions.defaults())))
        .hasMessage("uninstall: Release not loaded: " + NAME + ": release: not found");
    assertThat(
            applier
                .uninstall(
                    NAME, namespace, UninstallOptions.of(options -> options.ignoreNotFound()))
                .objects())
        .isEmpty();
    assertThat(failure(() -> applier.status(NAME, namespace))).hasMessage("release: not found");
    assertThat(failure(() -> applier.history(NAME, namespace))).hasMessage("release: not found");
    assertThat(
            failure(
                () ->
                    applier.apply(
                        release(new SmallChart().configMap("a", "1")),
                        options -> options.mode(Mode.UPGRADE))))
        .hasMessage("\"" + NAME + "\" has no deployed releases");
    assertThat(live(configMap("a"))).isEmpty();
  }

  @Test
  void namesThatAreTakenAreNotInstalledOver() {
    Release release = release(new SmallChart().configMap("a", "1"));
    applier.apply(release, options -> options.mode(Mode.INSTALL));
    ApplyException refusal =
        failure(() -> applier.apply(release, options -> options.mode(Mode.INSTALL)));
    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_STATE);
    assertThat(refusal)
        .hasMessage("release name check failed: cannot reuse a name that is still in use");
  }

  @Test
  void tellsWhatIsThere() {
    assertThat(applier.target(NAME, namespace))
        .satisfies(
            target -> {
              assertThat(target.revision()).isEqualTo(1);
              assertThat(target.isUpgrade()).isFalse();
              assertThat(target.capabilities().apiVersions()).contains("v1", "apps/v1");
            });
    applier.apply(
        release(new SmallChart().configMap("a", "1"), request -> request.set("key=given")),
        options -> options.description("by the contract"));
    Target target = applier.target(NAME, namespace);
    assertThat(target.revision()).isEqualTo(2);
    assertThat(target.isUpgrade()).isTrue();
    ReleaseRecord record = applier.status(NAME, namespace).record();
    assertThat(record.name()).isEqualTo(NAME);
    assertThat(record.namespace()).isEqualTo(namespace);
    assertThat(record.revision()).isEqualTo(1);
    assertThat(record.info().description()).isEqualTo("by the contract");
    assertThat(record.chart().metadata().version()).isEqualTo("1.2.3");
    assertThat(record.values()).containsEntry("key", "given");
    assertThat(record.manifest()).contains("kind: ConfigMap");
    assertThat(applier.list(namespace)).extracting(ReleaseRecord::name).containsExactly(NAME);
    assertThat(applier.list("")).extracting(ReleaseRecord::namespace).contains(namespace);
  }

  @Test
  void refusesWhatWasRenderedForAnotherRevision() {
    Release late = release(new SmallChart().configMap("a", "late"), request -> request.revision(1));
    applier.apply(release(new SmallChart().configMap("a", "1")));
    assertThat(failure(() -> applier.apply(late)).reason()).isEqualTo(Reason.BUSY);
    assertThat(value("a")).isEqualTo("1");
    Release next =
        release(
            new SmallChart().configMap("a", "2"),
            request -> applier.target(NAME, namespace).prepare(request));
    assertThat(applier.apply(next).record().revision()).isEqualTo(2);
  }

  @Test
  void dryRunsOnOurSideChangeNothing() {
    applier.apply(
        release(new SmallChart().configMap("a", "1")), options -> options.dryRun(DryRun.CLIENT));
    assertThat(live(configMap("a"))).isEmpty();
    assertThat(failure(() -> applier.status(NAME, namespace)).reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void dryRunsOnTheTargetsSideChangeNothingEither() {
    Release release = release(new SmallChart().configMap("a", "1"));
    Runnable dryRun =
        () -> {
          ApplyResult would = applier.apply(release, options -> options.dryRun(DryRun.SERVER));
          assertThat(names(would.objects(Action.CREATED))).containsExactly("a");
        };
    if (has(Feature.SERVER_DRY_RUN)) {
      dryRun.run();
    } else {
      assertRefused(dryRun);
    }
    assertThat(live(configMap("a"))).isEmpty();
  }

  @Test
  void dryRunsOnTheTargetsSideTellWhatWouldChange() {
    if (!has(Feature.SERVER_DRY_RUN)) {
      return; // what is refused then, another test holds
    }
    applier.apply(release(new SmallChart().configMap("a", "1").configMap("b", "1")));
    Release next = release(new SmallChart().configMap("a", "2").configMap("b", "1"));
    ApplyResult would = applier.apply(next, options -> options.dryRun(DryRun.SERVER));
    assertThat(names(would.objects(Action.CHANGED))).containsExactly("a");
    assertThat(names(would.objects(Action.UNCHANGED))).containsExactly("b");
  }

  @Test
  void goesBack() {
    applier.apply(release(new SmallChart().configMap("a", "1")));
    applier.apply(release(new SmallChart().configMap("a", "2")));
    Runnable back = () -> applier.rollback(NAME, namespace, 0, ApplyOptions.defaults());
    if (!has(Feature.ROLLBACK)) {
      assertRefused(back);
      assertThat(value("a")).isEqualTo("2");
      return;
    }
    back.run();
    assertThat(value("a")).isEqualTo("1");
    assertThat(failure(() -> applier.rollback(NAME, namespace, 77, ApplyOptions.defaults())))
        .hasMessage("release has no 77 version");
  }

  @Test
  void keepsAHistory() {
    applier.apply(release(new SmallChart().configMap("a", "1")));
    applier.apply(release(new SmallChart().configMap("a", "2")));
    List<ReleaseRecord> history = applier.history(NAME, namespace);
    if (has(Feature.HISTORY)) {
      assertThat(history)
          .extracting(record -> record.revision() + " " + record.status().helmName())
          .containsExactly("1 superseded", "2 deployed");
    } else {
      assertThat(history).singleElement().extracting(ReleaseRecord::revision).isEqualTo(2);
    }
  }

  @Test
  void refusesForeignObjects() {
    assumeTrue(has(Feature.OWNERSHIP), "does not know whose objects are");
    Release mine = release(new SmallChart().configMap("a", "mine"));
    applier.apply(release(new SmallChart().kept("a")));
    applier.uninstall(NAME, namespace, UninstallOptions.defaults());
    makeForeign(configMap("a"));
    ApplyException refusal = failure(() -> applier.apply(mine));
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_OWNED);
    assertThat(value("a")).isNotEqualTo("mine");
    applier.apply(mine, options -> options.takeOwnership());
    assertThat(value("a")).isEqualTo("mine");
  }

  @Test
  void refusesWhatItDoesNotDeclare() {
    Release release = release(new SmallChart().configMap("a", "1"));
    if (!has(Feature.WAIT)) {
      assertRefused(() -> applier.apply(release, options -> options.wait(WaitStrategy.WATCHER)));
    }
    if (!has(Feature.ROLLBACK)) {
      assertRefused(() -> applier.apply(release, options -> options.rollbackOnFailure()));
    }
    if (!has(Feature.CONFLICTS)) {
      assertRefused(() -> applier.apply(release, options -> options.forceConflicts()));
    }
    if (!has(Feature.CLIENT_SIDE)) {
      assertRefused(
          () -> applier.apply(release, options -> options.serverSide(ApplyMethod.CLIENT_SIDE)));
      assertRefused(() -> applier.apply(release, options -> options.forceReplace()));
    }
    if (!has(Feature.CREATE_NAMESPACE)) {
      assertRefused(() -> applier.apply(release, options -> options.createNamespace()));
    }
    assertThat(live(configMap("a"))).isEmpty();
    applier.apply(release);
    if (!has(Feature.HOOKS)) {
      assertRefused(() -> applier.test(NAME, namespace, TestOptions.defaults()));
    }
    if (!has(Feature.DRIFT)) {
      assertRefused(() -> applier.drift(NAME, namespace));
      assertRefused(() -> applier.plan(release));
    }
  }

  @Test
  void stopsWhenToldTo() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel("before it began");
    Release release = release(new SmallChart().configMap("a", "1"));
    assertThat(
            failure(() -> applier.apply(release, options -> options.cancellation(cancelled)))
                .reason())
        .isEqualTo(Reason.CANCELLED);
    assertThat(
            failure(() -> applier.apply(release, options -> options.deadline(Duration.ZERO)))
                .reason())
        .isEqualTo(Reason.TIMED_OUT);
    assertThat(live(configMap("a"))).isEmpty();
    applier.apply(release);
    assertThat(value("a")).isEqualTo("1");
  }

  @Test
  void tellsHowFarItIs() {
    List<String> events = new ArrayList<>();
    applier.apply(
        release(new SmallChart().configMap("a", "1")),
        options -> options.progress(event -> events.add(event.getClass().getSimpleName())));
    assertThat(events).startsWith("Started").contains("ObjectDone").endsWith("Recorded");
  }

  @Test
  void ofTwoAtOnceOneWinsAndTheOtherIsTold() throws InterruptedException, ExecutionException {
    Release release = release(new SmallChart().configMap("a", "1"));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<ApplyResult> winner =
        CompletableFuture.supplyAsync(
            () ->
                applier.apply(
                    release,
                    options ->
                        options.progress(
                            event -> {
                              if (event instanceof Progress.ObjectDone) {
                                begun.countDown();
                                awaitQuietly(goOn);
                              }
                            })));
    begun.await();
    try (Applier other = open()) {
      assertThat(failure(() -> other.apply(release)).reason()).isEqualTo(Reason.BUSY);
    } finally {
      goOn.countDown();
    }
    assertThat(winner.get().succeeded()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void canBeCutOffAnywhere() {
    applier.close();
    applier = openImpatient();
    Release one = release(new SmallChart().configMap("a", "1").configMap("b", "1"));
    Release two = release(new SmallChart().configMap("a", "2").configMap("c", "1"));
    applier.apply(one);
    int step = 1;
    while (CutOff.at(step, listener -> applier.apply(two, o -> o.progress(listener)))) {
      applier.apply(one);
      assertThat(value("a")).as("after an end at step %d", step).isEqualTo("1");
      assertThat(value("b")).as("after an end at step %d", step).isEqualTo("1");
      assertThat(live(configMap("c"))).as("after an end at step %d", step).isEmpty();
      assertThat(applier.history(NAME, namespace)).noneMatch(record -> record.status().isPending());
      step++;
    }
    assertThat(step).isGreaterThan(4);
    assertThat(value("a")).isEqualTo("2");
  }
}
