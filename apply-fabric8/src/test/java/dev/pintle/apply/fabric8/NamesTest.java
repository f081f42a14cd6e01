package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.release.Release;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would lead a request elsewhere, wherever they come from, beside what must stay. */
@OnControlPlane
class NamesTest {

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  NamesTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("names");
  }

  @BeforeEach
  void innocent() {
    cluster.post(
        "/api/v1/namespaces/" + namespace + "/configmaps",
        "{\"metadata\":{\"name\":\"innocent\"}}");
  }

  /** After each of them, too: nothing but what was asked for may be gone. */
  @AfterEach
  void allIsThere() {
    assertThat(cluster.get("/api/v1/namespaces/" + namespace + "/configmaps/innocent")).isPresent();
    assertThat(cluster.get("/api/v1/namespaces/" + namespace))
        .hasValueSatisfying(
            live -> assertThat(Fields.metadata(live, "deletionTimestamp")).isEmpty());
    assertThat(cluster.get("/apis/rbac.authorization.k8s.io/v1/clusterroles/view")).isPresent();
    applier.close();
    cluster.close();
  }

  private static String map(String metadata) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {" + metadata + "}\n";
  }

  private Release release(String document) {
    return new SmallChart().template("x.yaml", document).render(namespace);
  }

  private static String failure(ThrowingCallable work) {
    return catchThrowableOfType(ApplyException.class, work).getMessage();
  }

  private static ApplyOptions takingOver() {
    return ApplyOptions.of(ApplyOptions.Builder::takeOwnership);
  }

  @ParameterizedTest
  @CsvSource({
    "., [may not be '.']",
    ".., [may not be '..']",
    "../../namespaces, [may not contain '/']",
    "%2e, [may not contain '%']",
    "a/%, [may not contain '/' may not contain '%']"
  })
  void objectsAreRefusedBeforeAnythingIsWritten(String name, String why) {
    String quoted = "\"" + name + "\"";
    String get = "unable to continue with install: could not get information about the resource ";
    String noName = ": invalid resource name " + quoted + ": " + why;
    for (ApplyOptions options : new ApplyOptions[] {ApplyOptions.defaults(), takingOver()}) {
      assertThat(failure(() -> applier.apply(release(map("name: " + quoted)), options)))
          .isEqualTo(get + "ConfigMap " + quoted + " in namespace \"" + namespace + "\"" + noName);
      assertThat(
              failure(() -> applier.apply(release(map("name: a, namespace: " + quoted)), options)))
          .isEqualTo(
              get
                  + "ConfigMap \"a\" in namespace "
                  + quoted
                  + ": invalid namespace "
                  + quoted
                  + ": "
                  + why);
      String role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\n";
      assertThat(
              failure(
                  () ->
                      applier.apply(release(role + "metadata: {name: " + quoted + "}\n"), options)))
          .isEqualTo(get + "ClusterRole " + quoted + " in namespace \"\"" + noName);
    }
    assertThat(applier.list(namespace)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/b", "%2e%2e", "../configmaps"})
  void hooksDeleteNothingElse(String name) {
    for (String policy : new String[] {"before-hook-creation", "hook-failed", "hook-succeeded"}) {
      String hook =
          "name: \""
              + name
              + "\", annotations: {helm.sh/hook: \"pre-install,pre-upgrade\","
              + " helm.sh/hook-delete-policy: "
              + policy
              + "}";
      assertThat(failure(() -> applier.apply(release(map(hook)), ApplyOptions.defaults())))
          .startsWith(
              policy.equals("before-hook-creation")
                  ? "failed pre-install: invalid resource name \"" + name + "\""
                  : "failed pre-install: warning: Hook pre-install")
          .contains("invalid resource name \"" + name + "\"");
      applier.uninstall("web", namespace, UninstallOptions.defaults());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/b", "%2e", "", "../a/secrets"})
  void releasesAreNotLookedForElsewhere(String elsewhere) {
    String invalid = elsewhere.isEmpty() ? "namespace may not be empty" : "invalid namespace \"";
    assertThat(failure(() -> applier.uninstall("web", elsewhere, UninstallOptions.defaults())))
        .contains(invalid);
    assertThat(failure(() -> applier.status("web", elsewhere))).contains(invalid);
    assertThat(failure(() -> applier.history("web", elsewhere))).contains(invalid);
    assertThat(failure(() -> applier.rollback("web", elsewhere, 0, ApplyOptions.defaults())))
        .contains(invalid);
    if (!elsewhere.isEmpty()) { // empty stands for all namespaces
      assertThat(failure(() -> applier.list(elsewhere)))
          .startsWith("list: failed to list: " + invalid);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/b", "%2e"})
  void lookupFindsNothingElse(String name) {
    assertThat(failure(() -> applier.cluster().lookup("v1", "ConfigMap", namespace, name)))
        .startsWith("invalid resource name \"" + name + "\"");
    assertThat(failure(() -> applier.cluster().lookup("v1", "ConfigMap", "", name)))
        .startsWith("invalid resource name \"" + name + "\"");
    assertThat(failure(() -> applier.cluster().lookup("v1", "ConfigMap", name, "a")))
        .startsWith("invalid namespace \"" + name + "\"");
    assertThat(failure(() -> applier.cluster().lookup("v1", "Namespace", "", name)))
        .startsWith("invalid resource name \"" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/b"})
  void recordsThatHoldSuchNamesTakeNothingElseAlong(String name) throws Exception {
    Instant now = Instant.now();
    ReleaseRecord record =
        ReleaseRecord.of(
            release(map("name: \"" + name + "\"")),
            1,
            new ReleaseRecord.Info(now, now, null, ReleaseStatus.DEPLOYED, "forged", ""),
            Map.of(),
            ReleaseRecord.Method.SERVER_SIDE);
    cluster.store().create(record, null);
    String invalid = "invalid resource name \"" + name + "\"";
    assertThat(failure(() -> applier.rollback("web", namespace, 1, ApplyOptions.defaults())))
        .contains(invalid);
    assertThat(applier.status("web", namespace).objects()).hasSize(1);
    applier.apply(release(map("name: good")), ApplyOptions.defaults());
    ApplyException failure =
        catchThrowableOfType(
            ApplyException.class,
            () -> applier.uninstall("web", namespace, UninstallOptions.defaults()));
    assertThat(failure).isNull();
  }
}
