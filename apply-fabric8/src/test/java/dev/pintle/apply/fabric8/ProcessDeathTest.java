package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.fabric8.Deaths.End;
import dev.pintle.apply.fabric8.Life.Step;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.FaultyServer.Request;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An applier's process is killed (SIGKILL) at each of its requests; then another process runs the
 * same operation again.
 */
@OnControlPlane
class ProcessDeathTest {

  private static final List<String> NAMES = List.of("changed", "gone", "kept", "made", "same");

  private final ControlPlane plane;
  private final TestCluster cluster;
  private final Deaths deaths;
  private final Fabric8Applier applier;
  private String namespace;

  ProcessDeathTest(ControlPlane plane) {
    this.plane = plane;
    this.cluster = new TestCluster(plane);
    this.deaths = new Deaths(plane, cluster);
    this.applier = cluster.impatientApplier();
  }

  @AfterEach
  void close() {
    applier.close();
    deaths.close();
    cluster.close();
  }

  /** An object of the release, as the server has it: what makes it, and each write to it, one. */
  private record Seen(String uid, String version, String value) {}

  private Map<String, Seen> objects() {
    Map<String, Seen> objects = new TreeMap<>();
    for (String name : NAMES) {
      cluster
          .get("/api/v1/namespaces/" + namespace + "/configmaps/" + name)
          .ifPresent(object -> objects.put(name, seen(object)));
    }
    return objects;
  }

  private static Seen seen(Table object) {
    return new Seen(
        Fields.metadata(object, "uid"),
        Fields.metadata(object, "resourceVersion"),
        Fields.text(Fields.table(object, "data"), "value"));
  }

  /** With the ends of hooks played. */
  private void run(Step step) {
    step.run(applier, namespace, new Play(cluster));
  }

  /**
   * Kills an operation at each of its requests, and runs it again each time.
   *
   * @param counted at which requests
   * @param before what leads to the operation
   * @param done the objects' values once it is done
   * @param atLeast how many deaths there have to be, lest the test tests nothing
   */
  private void killEverywhere(
      Step step,
      Predicate<Request> counted,
      List<Step> before,
      Map<String, String> done,
      int atLeast) {
    for (int number = 1; ; number++) {
      namespace = plane.newNamespace("death");
      before.forEach(this::run);
      Map<String, Seen> start = objects();
      End end = deaths.at(number, counted, step, namespace);
      if (end.last() == null) {
        assertThat(end.status()).as(end.said()).isZero();
        assertThat(values(objects())).isEqualTo(done);
        assertThat(number - 1).as("deaths").isGreaterThanOrEqualTo(atLeast);
        return;
      }
      String where = step + " killed after " + end.last();
      assertThat(end.status()).as(where).isEqualTo(ApplierProcess.KILLED);
      assertThat(end.said()).as(where).isEmpty();
      Map<String, Seen> left = objects();
      List<String> history = expectedHistory(step, end);
      run(step);
      assertThat(values(objects())).as(where).isEqualTo(done);
      assertNothingTwice(where, start, left, done);
      assertThat(history()).as(where).isEqualTo(history);
      assertThat(cluster.store().entries(namespace))
          .as(where)
          .allMatch(entry -> entry.hold() == null);
    }
  }

  private static Map<String, String> values(Map<String, Seen> objects) {
    Map<String, String> values = new TreeMap<>();
    objects.forEach((name, seen) -> values.put(name, seen.value()));
    return values;
  }

  /** No object was made anew, and what was as it shall be was not written. */
  private void assertNothingTwice(
      String where, Map<String, Seen> start, Map<String, Seen> left, Map<String, String> done) {
    Map<String, Seen> now = objects();
    now.forEach(
        (name, seen) -> {
          if (left.containsKey(name)) {
            assertThat(seen.uid()).as(where).isEqualTo(left.get(name).uid());
            if (left.get(name).value().equals(done.get(name))) {
              assertThat(seen).as(where).isEqualTo(left.get(name));
            }
          }
          if (start.containsKey(name)) {
            assertThat(seen.uid()).as(where).isEqualTo(start.get(name).uid());
          }
        });
  }

  /** What the history has to say once the operation was run again, from what the dead one left. */
  private List<String> expectedHistory(Step step, End end) {
    List<String> expected = new ArrayList<>();
    if (step == Step.UNINSTALL) {
      return expected;
    }
    List<Entry> entries = cluster.store().entries(namespace);
    for (Entry entry : entries) {
      ReleaseRecord record = applier.record("web", namespace, entry.revision());
      if (entry.status().isPending()) {
        expected.add(
            "failed: Left unfinished by " + end.pid() + " while " + entry.status().helmName());
      } else {
        expected.add("superseded: " + record.info().description());
      }
    }
    boolean installed =
        entries.stream()
            .anyMatch(
                entry -> !entry.status().isPending() && entry.status() != ReleaseStatus.FAILED);
    expected.add(
        "deployed: "
            + switch (step) {
              case INSTALL -> installed ? "Upgrade complete" : "Install complete";
              case UPGRADE -> "Upgrade complete";
              default -> "Rollback to 1";
            });
    return expected;
  }

  private List<String> history() {
    return cluster.store().entries(namespace).isEmpty()
        ? List.of()
        : applier.history("web", namespace).stream()
            .map(each -> each.status().helmName() + ": " + each.info().description())
            .map(each -> each.replaceFirst("(by \\d+)-\\S+", "$1"))
            .toList();
  }

  @Test
  void upgrades() {
    killEverywhere(
        Step.UPGRADE,
        request -> true,
        List.of(Step.INSTALL),
        Map.of("changed", "2", "kept", "kept", "made", "2", "same", "1"),
        20);
  }

  @Test
  void installs() {
    killEverywhere(
        Step.INSTALL,
        Deaths::isWrite,
        List.of(),
        Map.of("changed", "1", "gone", "1", "kept", "kept", "same", "1"),
        6);
  }

  @Test
  void rollbacks() {
    killEverywhere(
        Step.ROLLBACK,
        Deaths::isWrite,
        List.of(Step.INSTALL, Step.UPGRADE),
        Map.of("changed", "1", "gone", "1", "kept", "kept", "same", "1"),
        7);
  }

  @Test
  void uninstalls() {
    killEverywhere(
        Step.UNINSTALL,
        Deaths::isWrite,
        List.of(Step.INSTALL, Step.UPGRADE),
        Map.of("kept", "kept"),
        6);
  }
}
