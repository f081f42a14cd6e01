package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Plan;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Release;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.values.Table;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an apply would do is told, and nothing is done. */
@OnControlPlane
class PlanningTest {

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  PlanningTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("plan");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private static List<String> changes(Plan plan) {
    return plan.changes().stream()
        .map(
            object ->
                object.kind()
                    + " "
                    + object.object().name()
                    + object.fields().stream()
                        .map(field -> " " + field.path() + "=" + field.after())
                        .reduce("", String::concat))
        .toList();
  }

  private String configMap(String name) {
    return "/api/v1/namespaces/" + namespace + "/configmaps/" + name;
  }

  @Test
  void aFirstInstallAddsAll() {
    Plan plan = applier.plan(new SmallChart().configMap("a", "1").render(namespace));
    assertThat(plan.operation()).isEqualTo(Operation.INSTALL);
    assertThat(plan.revision()).isEqualTo(1);
    assertThat(changes(plan)).containsExactly("ADDED a");
    assertThat(plan.obstacles()).isEmpty();
    assertThat(cluster.get(configMap("a"))).isEmpty();
    assertThat(cluster.store().entries(namespace)).isEmpty();
  }

  @Test
  void anUpgradeIsToldFieldByField() {
    applier.apply(
        new SmallChart()
            .configMap("a", "1")
            .configMap("b", "1")
            .configMap("same", "1")
            .kept("kept")
            .render(namespace));
    Plan plan =
        applier.plan(
            new SmallChart()
                .configMap("a", "2")
                .configMap("c", "1")
                .configMap("same", "1")
                .render(namespace));
    assertThat(plan.operation()).isEqualTo(Operation.UPGRADE);
    assertThat(plan.revision()).isEqualTo(2);
    assertThat(changes(plan))
        .containsExactlyInAnyOrder("CHANGED a data.value=2", "ADDED c", "REMOVED b", "KEPT kept");
    assertThat(plan.objects()).hasSize(5);
    assertThat(applier.history("web", namespace)).hasSize(1);
  }

  @Test
  void whatWouldStopItIsToldAtOnce() {
    applier.apply(new SmallChart().configMap("a", "1").render(namespace));
    cluster.merge(configMap("a"), "{\"data\":{\"value\":\"theirs\"}}", "somebody");
    cluster.post(
        "/api/v1/namespaces/" + namespace + "/configmaps", "{\"metadata\": {\"name\": \"b\"}}");
    SmallChart chart =
        new SmallChart()
            .configMap("a", "2")
            .configMap("b", "1")
            .template(
                "bad.yaml",
                """
                apiVersion: v1
                kind: Service
                metadata: {name: bad}
                spec: {ports: [{port: 99999}]}
                ---
                apiVersion: example.com/v1
                kind: Nowhere
                metadata: {name: lost}
                """);
    Plan plan = applier.plan(chart.render(namespace));
    assertThat(plan.obstacles())
        .extracting(Diagnostic::message)
        .hasSize(4)
        .anyMatch(text -> text.contains("conflict with \"somebody\""))
        .anyMatch(text -> text.contains("ConfigMap \"b\" in namespace"))
        .anyMatch(text -> text.contains("Invalid value: 99999"))
        .anyMatch(text -> text.contains("no matches for kind \"Nowhere\""));
    assertThat(changes(plan)).contains("CHANGED a data.value=2", "ADDED bad", "ADDED lost");
    Plan forced =
        applier.plan(
            chart.render(namespace),
            ApplyOptions.of(options -> options.forceConflicts().takeOwnership()));
    assertThat(forced.obstacles()).hasSize(2);
  }

  @Test
  void aRollbackIsToldFieldByField() {
    applier.apply(new SmallChart().configMap("a", "1").configMap("gone", "1").render(namespace));
    applier.apply(new SmallChart().configMap("a", "2").configMap("new", "1").render(namespace));

    Plan plan = applier.planRollback("web", namespace, 0, ApplyOptions.defaults());

    assertThat(plan.operation()).isEqualTo(Operation.ROLLBACK);
    assertThat(plan.revision()).isEqualTo(3);
    assertThat(changes(plan))
        .containsExactlyInAnyOrder("CHANGED a data.value=1", "ADDED gone", "REMOVED new");
    assertThat(cluster.store().entries(namespace)).hasSize(2);
    assertThat(cluster.get(configMap("gone"))).isEmpty();
    assertThatThrownBy(() -> applier.planRollback("web", namespace, 7, ApplyOptions.defaults()))
        .hasMessage("release has no 7 version");
  }

  /** As Helm 3 and {@code --server-side=false} leave objects: their fields belong to no apply. */
  @Test
  void fieldsOfClientSideAppliesAreToldToGo() {
    applier.apply(
        new SmallChart().configMap("a", "1").render(namespace),
        options -> options.serverSide(ApplyMethod.CLIENT_SIDE));
    cluster.merge(
        configMap("a"),
        """
        {"metadata": {"labels": {"left": "behind"}}, "data": {"left": "behind"}}""",
        "helm");
    cluster.merge(configMap("a"), "{\"data\": {\"others\": \"too\"}}", "somebody");

    Release next = new SmallChart().configMap("a", "2").render(namespace);
    Plan plan =
        applier.plan(next, ApplyOptions.of(options -> options.serverSide(ApplyMethod.SERVER_SIDE)));

    assertThat(changes(plan))
        .containsExactly("CHANGED a data.left=null data.value=2 metadata.labels.left=null");
    applier.apply(next, options -> options.serverSide(ApplyMethod.SERVER_SIDE));
    Table after = cluster.get(configMap("a")).orElseThrow();
    assertThat(Fields.texts(after, "data").keySet()).containsExactlyInAnyOrder("value", "others");
    assertThat(Fields.labels(after)).doesNotContainKey("left");
  }
}
