package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Drift;
import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.ObjectDifference.Kind;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What differs between a release and what is in the cluster, and what does not. */
@OnControlPlane
class DriftTest {

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: app
        labels: {app: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            volumes: [{name: tmp, emptyDir: {}}]
            containers:
              - name: app
                image: app:1
                env: [{name: A, value: a}, {name: B, value: b}]
                ports: [{containerPort: 80}, {containerPort: 81, protocol: UDP}]
                resources: {limits: {cpu: 1000m, memory: 1024Mi}, requests: {cpu: 0.5}}
              - name: side
                image: side:1
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: app}
      spec:
        selector: {app: web}
        ports: [{port: 80, targetPort: http}, {port: 81, name: b}]
      """
          .replace("{port: 80, ", "{port: 80, name: a, ");

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata: {name: hidden}
      stringData: {password: swordfish}
      data: {other: c2Vzc2Ft}
      """;

  private static final String CRD =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: things.%1$s.example.com}
      spec:
        group: %1$s.example.com
        scope: Namespaced
        names: {plural: things, singular: thing, kind: Thing}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      size: {type: integer, default: 3}
                      mode: {type: string, default: slow}
                      rules:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [host]
                        items:
                          type: object
                          required: [host]
                          properties:
                            host: {type: string}
                            weight: {type: integer}
      """;

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  DriftTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("drift");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private SmallChart chart() {
    return new SmallChart()
        .configMap("a", "1")
        .template("deployment.yaml", DEPLOYMENT)
        .template("service.yaml", SERVICE)
        .template("secret.yaml", SECRET)
        .file("crds/thing.yaml", CRD.formatted(namespace))
        .template(
            "thing.yaml",
            """
            apiVersion: %s.example.com/v1
            kind: Thing
            metadata: {name: one}
            spec:
              mode: fast
              rules: [{host: east, weight: 1}, {host: west, weight: 2}]
            """
                .formatted(namespace));
  }

  private String path(String plural, String name) {
    return "/api/v1/namespaces/" + namespace + "/" + plural + "/" + name;
  }

  private String deployment() {
    return "/apis/apps/v1/namespaces/" + namespace + "/deployments/app";
  }

  private String thing() {
    return "/apis/" + namespace + ".example.com/v1/namespaces/" + namespace + "/things/one";
  }

  private Drift drift() {
    return applier.drift("web", namespace);
  }

  private static List<String> fields(ObjectDifference object) {
    return object.fields().stream()
        .map(field -> field.path() + ": " + field.before() + " -> " + field.after())
        .toList();
  }

  private ObjectDifference only(Drift drift) {
    return Assertions.assertThat(drift.differing()).singleElement().actual();
  }

  @Test
  void whatServersSetByDefaultAndWriteOtherwiseIsNone() {
    applier.apply(chart().render(namespace));
    Drift drift = drift();
    assertThat(drift.differing()).isEmpty();
    assertThat(drift.isNone()).isTrue();
    assertThat(drift.revision()).isEqualTo(1);
    assertThat(drift.objects()).hasSize(5);
  }

  @Test
  void whatControllersWriteIsNone() {
    applier.apply(chart().render(namespace));
    cluster.merge(
        deployment(),
        "{\"metadata\": {\"annotations\": {\"deployment.kubernetes.io/revision\": \"1\"},"
            + " \"finalizers\": [\"example.com/wait\"]}}",
        "kube-controller-manager");
    cluster.merge(
        deployment() + "/status", "{\"status\": {\"replicas\": 2}}", "kube-controller-manager");
    assertThat(drift().isNone()).isTrue();
    cluster.merge(deployment(), "{\"metadata\": {\"finalizers\": null}}", "test");
  }

  @Test
  void fieldsThatSomebodyChangedAreToldWithWhoAndWhen() {
    applier.apply(chart().render(namespace));
    Instant before = Instant.now().minus(Duration.ofSeconds(5));
    cluster.merge(deployment(), "{\"spec\": {\"replicas\": 7}}", "kubectl-edit");
    ObjectDifference changed = only(drift());
    assertThat(changed.kind()).isEqualTo(Kind.CHANGED);
    assertThat(changed.source()).isEqualTo("web/templates/deployment.yaml");
    FieldDifference field = changed.fields().get(0);
    assertThat(fields(changed)).containsExactly("spec.replicas: 7.0 -> 2.0");
    assertThat(field.manager()).isEqualTo("kubectl-edit");
    assertThat(field.changedAt()).isBetween(before, Instant.now().plus(Duration.ofSeconds(5)));

    applier.apply(chart().render(namespace), options -> options.forceConflicts());
    assertThat(drift().isNone()).isTrue();
  }

  @Test
  void itemsOfListsAreToldApartByTheirKeys() {
    applier.apply(chart().render(namespace));
    cluster.merge(
        deployment(),
        """
        {"spec": {"template": {"spec": {"containers": [
          {"name": "first", "image": "first:1"},
          {"name": "side", "image": "side:2"},
          {"name": "app", "image": "app:1",
           "env": [{"name": "B", "value": "other"}],
           "ports": [{"containerPort": 81, "protocol": "UDP", "name": "theirs"}],
           "resources": {"limits": {"cpu": "1", "memory": "1Gi"}, "requests": {"cpu": "600m"}}}]}}}}""",
        "kubectl-edit");
    String app = "spec.template.spec.containers[name=app].";
    assertThat(fields(only(drift())))
        .containsExactlyInAnyOrder(
            app + "env[name=A]: null -> {name=A, value=a}",
            app + "env[name=B].value: other -> b",
            app
                + "ports[containerPort=80,protocol=TCP]: null -> {containerPort=80.0, protocol=TCP}",
            app + "resources.requests.cpu: 600m -> 500m",
            "spec.template.spec.containers[name=side].image: side:2 -> side:1");
  }

  @Test
  void customResourcesAreComparedByTheirSchema() {
    applier.apply(chart().render(namespace));
    cluster.merge(
        thing(),
        "{\"spec\": {\"mode\": \"slow\", \"size\": 9, \"rules\": [{\"host\": \"west\", \"weight\": 5}]}}",
        "somebody");
    ObjectDifference changed = only(drift());
    assertThat(fields(changed))
        .containsExactlyInAnyOrder(
            "spec.mode: slow -> fast",
            "spec.rules[host=east]: null -> {host=east, weight=1.0}",
            "spec.rules[host=west].weight: 5.0 -> 2.0");
    assertThat(changed.fields().get(0).manager()).isEqualTo("somebody");
  }

  @Test
  void secretsAreMasked() {
    applier.apply(chart().render(namespace));
    cluster.merge(
        path("secrets", "hidden"),
        "{\"data\": {\"password\": \"aHVzaA==\", \"other\": null}}",
        "somebody");
    ObjectDifference changed = only(drift());
    assertThat(fields(changed))
        .containsExactly("data.other: null -> ***", "data.password: *** -> *** (changed)");
    assertThat(changed.toString())
        .doesNotContain("aHVzaA", "swordfish", "c3dvcmRmaXNo", "c2Vzc2Ft");
  }

  @Test
  void whatIsGoneIsDrift() {
    applier.apply(chart().render(namespace));
    cluster.delete(path("configmaps", "a"));
    cluster.delete(path("secrets", "hidden"));
    List<ObjectDifference> gone = drift().differing();
    assertThat(gone)
        .extracting(object -> object.kind() + " " + object.object())
        .containsExactly(
            "ADDED Secret " + namespace + "/hidden", "ADDED ConfigMap " + namespace + "/a");
    assertThat(gone.toString()).doesNotContain("swordfish", "c2Vzc2Ft");
  }

  @Test
  void aKindThatIsGoneTookItsObjectsAlong() {
    applier.apply(chart().render(namespace));
    cluster.delete(
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/things."
            + namespace
            + ".example.com");
    try (Fabric8Applier later = cluster.applier()) {
      Drift drift = later.drift("web", namespace);
      // The definition may still be there for a moment, empty of objects.
      assertThat(only(drift).kind()).isEqualTo(Kind.ADDED);
      assertThat(only(drift).object().kind()).isEqualTo("Thing");
    }
  }

  @Test
  void fieldsOfOursThatTheReleaseDoesNotHaveAreDrift() {
    applier.apply(chart().render(namespace));
    String extra =
        """
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"},
         "data": {"value": "1", "extra": "x"}}""";
    cluster.applyAs("helm", path("configmaps", "a"), extra);
    assertThat(fields(only(drift()))).contains("data.extra: x -> null");
  }

  @Test
  void whoMayOnlyLookIsToldTheSame() {
    applier.apply(chart().render(namespace));
    cluster.allowGuest(namespace, "get", "list");
    try (Fabric8Applier guest = cluster.guestApplier()) {
      assertThat(guest.drift("web", namespace).differing()).isEmpty();
      cluster.merge(deployment(), "{\"spec\": {\"replicas\": 7}}", "kubectl-edit");
      ObjectDifference changed = only(guest.drift("web", namespace));
      assertThat(changed.fields())
          .singleElement()
          .satisfies(
              field -> {
                assertThat(field.path()).isEqualTo("spec.replicas");
                assertThat(field.manager()).isEqualTo("kubectl-edit");
              });
    }
  }

  @Test
  void aReleaseThatIsNotThereHasNone() {
    assertThat(Assertions.catchThrowableOfType(ApplyException.class, this::drift).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }
}
