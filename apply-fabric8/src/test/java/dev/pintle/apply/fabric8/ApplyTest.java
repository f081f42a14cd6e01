package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectOutcome.FieldConflict;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.values.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects on a real server: applied, owned, fought over, pruned and taken away. */
@OnControlPlane
class ApplyTest {

  private final ControlPlane plane;
  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  ApplyTest(ControlPlane plane) {
    this.plane = plane;
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("apply");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private String configMaps() {
    return "/api/v1/namespaces/" + namespace + "/configmaps";
  }

  private ObjectRef configMap(String name) {
    return new ObjectRef("v1", "ConfigMap", namespace, name);
  }

  @Test
  void installsUpgradesAndPrunes() {
    ApplyResult first =
        applier.apply(new SmallChart().configMap("a", "1").configMap("b", "1").render(namespace));
    assertThat(first.operation()).isEqualTo(Operation.INSTALL);
    assertThat(first.objects(Action.CREATED))
        .containsExactlyInAnyOrder(configMap("a"), configMap("b"));
    assertThat(first.record().status()).isEqualTo(ReleaseStatus.DEPLOYED);
    assertThat(first.record().info().description()).isEqualTo("Install complete");

    ApplyResult second =
        applier.apply(new SmallChart().configMap("a", "1").configMap("c", "1").render(namespace));
    assertThat(second.operation()).isEqualTo(Operation.UPGRADE);
    assertThat(second.objects(Action.UNCHANGED)).containsExactly(configMap("a"));
    assertThat(second.objects(Action.CREATED)).containsExactly(configMap("c"));
    assertThat(second.objects(Action.DELETED)).containsExactly(configMap("b"));
    assertThat(cluster.get(configMaps() + "/b")).isEmpty();

    ApplyResult third =
        applier.apply(new SmallChart().configMap("a", "2").configMap("c", "1").render(namespace));
    assertThat(third.objects(Action.CHANGED)).containsExactly(configMap("a"));
    assertThat(third.objects(Action.UNCHANGED)).containsExactly(configMap("c"));
    assertThat(applier.history("web", namespace))
        .extracting(record -> record.revision() + " " + record.status().helmName())
        .containsExactly("1 superseded", "2 superseded", "3 deployed");
  }

  @Test
  void marksObjectsAsHelmDoes() {
    applier.apply(new SmallChart().configMap("a", "1").render(namespace));
    Table live = cluster.get(configMaps() + "/a").orElseThrow();
    assertThat(Fields.labels(live)).containsEntry("app.kubernetes.io/managed-by", "Helm");
    assertThat(Fields.annotations(live))
        .containsEntry("meta.helm.sh/release-name", "web")
        .containsEntry("meta.helm.sh/release-namespace", namespace);
    assertThat(Fields.tables(Fields.table(live, "metadata"), "managedFields"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry).containsEntry("manager", "helm");
              assertThat(entry).containsEntry("operation", "Apply");
            });
  }

  @Test
  void refusesForeignObjectsUnlessToldToTakeThem() {
    cluster.post(configMaps(), "{\"metadata\":{\"name\":\"a\"},\"data\":{\"value\":\"theirs\"}}");
    ApplyException refusal =
        catchThrowableOfType(
            ApplyException.class,
            () -> applier.apply(new SmallChart().configMap("a", "1").render(namespace)));
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_OWNED);
    assertThat(refusal)
        .hasMessage(
            "unable to continue with install: ConfigMap \"a\" in namespace \""
                + namespace
                + "\" exists and cannot be imported into the current release: invalid ownership"
                + " metadata; label validation error: missing key"
                + " \"app.kubernetes.io/managed-by\": must be set to \"Helm\"; annotation validation"
                + " error: missing key \"meta.helm.sh/release-name\": must be set to \"web\";"
                + " annotation validation error: missing key \"meta.helm.sh/release-namespace\": must"
                + " be set to \""
                + namespace
                + "\"");
    assertThat(refusal.diagnostics().get(0).position().file()).isEqualTo("web/templates/a.yaml");
    assertThat(cluster.store().entries(namespace)).isEmpty();

    ApplyResult taken =
        applier.apply(
            new SmallChart().configMap("a", "1").render(namespace),
            options -> options.takeOwnership().forceConflicts());
    assertThat(taken.objects(Action.CHANGED)).containsExactly(configMap("a"));
  }

  @Test
  void tellsOfConflictsFieldByField() {
    SmallChart chart = new SmallChart().configMap("a", "1");
    applier.apply(chart.render(namespace));
    cluster.merge(configMaps() + "/a", "{\"data\":{\"value\":\"theirs\"}}", "somebody");

    ApplyException conflict =
        catchThrowableOfType(
            ApplyException.class,
            () -> applier.apply(new SmallChart().configMap("a", "2").render(namespace)));
    assertThat(conflict.reason()).isEqualTo(Reason.CONFLICT);
    assertThat(conflict)
        .hasMessage(
            "conflict occurred while applying object "
                + namespace
                + "/a /v1, Kind=ConfigMap: Apply failed with 1 conflict: conflict with \"somebody\""
                + " using v1: .data.value");
    assertThat(conflict.diagnostics().get(0).position()).hasToString("web/templates/a.yaml:6:3");
    ApplyResult result = conflict.result().orElseThrow();
    assertThat(result.objects().get(0).conflicts())
        .containsExactly(new FieldConflict(".data.value", "somebody"));
    assertThat(result.record().status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(result.record().info().description()).startsWith("Upgrade \"web\" failed: conflict");

    ApplyResult forced =
        applier.apply(
            new SmallChart().configMap("a", "2").render(namespace),
            options -> options.forceConflicts());
    assertThat(forced.objects(Action.CHANGED)).containsExactly(configMap("a"));
    assertThat(Fields.table(cluster.get(configMaps() + "/a").orElseThrow(), "data"))
        .containsEntry("value", "2");
  }

  @Test
  void goesOnWithWhatHelmDidOnTheClientsSide() {
    cluster.post(
        configMaps() + "?fieldManager=helm",
        """
        {"metadata": {"name": "a", "labels": {"app.kubernetes.io/managed-by": "Helm"},
          "annotations": {"meta.helm.sh/release-name": "web",
                          "meta.helm.sh/release-namespace": "%s"}},
         "data": {"value": "old", "gone": "old"}}"""
            .formatted(namespace));
    applier.apply(new SmallChart().configMap("a", "new").render(namespace));
    Table live = cluster.get(configMaps() + "/a").orElseThrow();
    assertThat(Fields.table(live, "data")).containsEntry("value", "new").doesNotContainKey("gone");
    assertThat(Fields.tables(Fields.table(live, "metadata"), "managedFields")).hasSize(1);
  }

  @Test
  void keepsWhatAsksToBeKept() {
    SmallChart kept =
        new SmallChart()
            .template(
                "kept.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: kept
                  annotations:
                    helm.sh/resource-policy: " Keep"
                """);
    applier.apply(kept.configMap("a", "1").render(namespace));
    ApplyResult upgrade = applier.apply(new SmallChart().configMap("a", "1").render(namespace));
    assertThat(upgrade.objects(Action.KEPT)).containsExactly(configMap("kept"));
    assertThat(cluster.get(configMaps() + "/kept")).isPresent();

    applier.apply(kept.render(namespace));
    ApplyResult uninstall = applier.uninstall("web", namespace, UninstallOptions.defaults());
    assertThat(uninstall.objects(Action.KEPT)).containsExactly(configMap("kept"));
    assertThat(uninstall.objects(Action.DELETED)).containsExactly(configMap("a"));
    assertThat(cluster.get(configMaps() + "/kept")).isPresent();
    assertThat(cluster.get(configMaps() + "/a")).isEmpty();
    assertThat(cluster.store().entries(namespace)).isEmpty();
  }

  @Test
  void keepsTheHistoryIfAsked() {
    applier.apply(new SmallChart().configMap("a", "1").render(namespace));
    applier.uninstall("web", namespace, UninstallOptions.of(options -> options.keepHistory()));
    assertThat(applier.status("web", namespace).record().status())
        .isEqualTo(ReleaseStatus.UNINSTALLED);
    ApplyResult again = applier.apply(new SmallChart().configMap("a", "1").render(namespace));
    assertThat(again.operation()).isEqualTo(Operation.INSTALL);
    assertThat(again.record().revision()).isEqualTo(2);
  }

  @Test
  void modesAreHeldTo() {
    SmallChart chart = new SmallChart().configMap("a", "1");
    assertThat(
            catchThrowableOfType(
                ApplyException.class,
                () ->
                    applier.apply(chart.render(namespace), options -> options.mode(Mode.UPGRADE))))
        .hasMessage("\"web\" has no deployed releases");
    applier.apply(chart.render(namespace), options -> options.mode(Mode.INSTALL));
    assertThat(
            catchThrowableOfType(
                ApplyException.class,
                () ->
                    applier.apply(chart.render(namespace), options -> options.mode(Mode.INSTALL))))
        .hasMessage("release name check failed: cannot reuse a name that is still in use");
    assertThat(
            catchThrowableOfType(
                ApplyException.class,
                () -> applier.apply(chart.render(namespace, request -> request.revision(5)))))
        .extracting(ApplyException::reason)
        .isEqualTo(Reason.BUSY);
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    SmallChart chart =
        new SmallChart()
            .configMap("a", "1")
            .template(
                "bad.yaml",
                """
                apiVersion: v1
                kind: Service
                metadata:
                  name: bad
                spec:
                  ports: [{port: 99999}]
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: Worse
                """);
    ApplyException failure =
        catchThrowableOfType(ApplyException.class, () -> applier.apply(chart.render(namespace)));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure.diagnostics()).hasSize(2);
    assertThat(failure.getMessage())
        .contains("server-side apply failed for object " + namespace + "/bad /v1, Kind=Service: ")
        .contains("Invalid value: 99999");
    assertThat(failure.result().orElseThrow().objects(Action.CREATED))
        .containsExactly(configMap("a"));
  }

  @Test
  void tellsOfKindsThatTheServerDoesNotHave() {
    SmallChart chart =
        new SmallChart()
            .template(
                "thing.yaml", "apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: one\n");
    ApplyException failure =
        catchThrowableOfType(ApplyException.class, () -> applier.apply(chart.render(namespace)));
    assertThat(failure)
        .hasMessage(
            "unable to build kubernetes objects from release manifest: resource mapping not found"
                + " for name: \"one\" namespace: \"\" from \"\": no matches for kind \"Thing\" in"
                + " version \"example.com/v1\"\nensure CRDs are installed first");
    assertThat(cluster.store().entries(namespace)).isEmpty();
  }

  @Test
  void installsDefinitionsAndThenTheirObjects() {
    String crd =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: %1$ss.%2$s.example.com
        spec:
          group: %2$s.example.com
          scope: Namespaced
          names: {plural: %1$ss, singular: %1$s, kind: %3$s}
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """;
    SmallChart chart =
        new SmallChart()
            .file("crds/one.yaml", crd.formatted("one", namespace, "One"))
            .template("two.yaml", crd.formatted("two", namespace, "Two"))
            .template(
                "objects.yaml",
                """
                apiVersion: %1$s.example.com/v1
                kind: One
                metadata:
                  name: first
                ---
                apiVersion: %1$s.example.com/v1
                kind: Two
                metadata:
                  name: second
                """
                    .formatted(namespace));
    ApplyResult result = applier.apply(chart.render(namespace));
    assertThat(result.objects(Action.CREATED)).hasSize(4);
    String root = "/apis/" + namespace + ".example.com/v1/namespaces/" + namespace;
    assertThat(cluster.get(root + "/ones/first")).isPresent();
    assertThat(cluster.get(root + "/twos/second")).isPresent();
  }

  @Test
  void createsTheNamespace() {
    String fresh = namespace + "-fresh";
    applier.apply(
        new SmallChart().configMap("a", "1").render(fresh), options -> options.createNamespace());
    Table made = cluster.get("/api/v1/namespaces/" + fresh).orElseThrow();
    assertThat(Fields.labels(made)).containsEntry("name", fresh);
  }

  @Test
  void dryRunsChangeNothing() {
    SmallChart chart = new SmallChart().configMap("a", "1");
    ApplyResult would =
        applier.apply(chart.render(namespace), options -> options.dryRun(DryRun.SERVER));
    assertThat(would.objects(Action.CREATED)).containsExactly(configMap("a"));
    assertThat(would.record().info().description()).isEqualTo("Dry run complete");
    applier.apply(chart.render(namespace), options -> options.dryRun(DryRun.CLIENT));
    assertThat(cluster.get(configMaps() + "/a")).isEmpty();
    assertThat(cluster.store().entries(namespace)).isEmpty();
  }

  @Test
  void rollsBack() {
    applier.apply(new SmallChart().configMap("a", "1").configMap("b", "1").render(namespace));
    applier.apply(new SmallChart().configMap("a", "2").configMap("c", "1").render(namespace));
    ApplyResult back = applier.rollback("web", namespace, 0, ApplyOptions.defaults());
    assertThat(back.objects(Action.CHANGED)).containsExactly(configMap("a"));
    assertThat(back.objects(Action.CREATED)).containsExactly(configMap("b"));
    assertThat(back.objects(Action.DELETED)).containsExactly(configMap("c"));
    assertThat(back.record().info().description()).isEqualTo("Rollback to 1");
    assertThat(applier.history("web", namespace))
        .extracting(record -> record.revision() + " " + record.status().helmName())
        .containsExactly("1 superseded", "2 superseded", "3 deployed");
  }

  @Test
  void keepsOnlySoManyRevisions() {
    for (int i = 1; i <= 4; i++) {
      applier.apply(
          new SmallChart().configMap("a", String.valueOf(i)).render(namespace),
          options -> options.historyMax(2));
    }
    assertThat(applier.history("web", namespace))
        .extracting(record -> record.revision())
        .containsExactly(3, 4);
  }

  @Test
  void looksUpAndKnowsWhatTheServerHas() {
    applier.apply(new SmallChart().configMap("a", "1").render(namespace));
    assertThat(applier.cluster().lookup("v1", "ConfigMap", namespace, "a")).containsKey("data");
    assertThat(applier.cluster().lookup("v1", "ConfigMap", namespace, "none")).isEmpty();
    assertThat(applier.cluster().lookup("v1", "Such", namespace, "")).isEmpty();
    assertThatThrownBy(() -> applier.cluster().lookup("no/v1", "Such", namespace, ""))
        .hasMessage(
            "unable to get apiresource from unstructured: no/v1, Kind=Such: the server could not"
                + " find the requested resource");
    assertThat(applier.cluster().lookup("v1", "ConfigMap", "", "").get("items")).isNotNull();
    assertThat(applier.target("web", namespace))
        .satisfies(
            target -> {
              assertThat(target.revision()).isEqualTo(2);
              assertThat(target.isUpgrade()).isTrue();
              assertThat(target.capabilities().kubeVersion().version()).startsWith("v1.34");
              assertThat(target.capabilities().apiVersions())
                  .contains("apps/v1", "apps/v1/Deployment", "v1/ConfigMap");
            });
  }

  @Test
  void tellsWhatIsNotAllowed() {
    try (Fabric8Applier guest = cluster.guestApplier()) {
      ApplyException refusal =
          catchThrowableOfType(
              ApplyException.class,
              () -> guest.apply(new SmallChart().configMap("a", "1").render(namespace)));
      assertThat(refusal.reason()).isEqualTo(Reason.REFUSED);
      assertThat(refusal.getMessage()).contains("is forbidden: User \"guest\"");
    }
  }
}
