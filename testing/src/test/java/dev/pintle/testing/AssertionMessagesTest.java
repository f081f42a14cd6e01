package dev.pintle.testing;

import static dev.pintle.testing.PintleAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.Release;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What assertions hold for, and what they say where they fail. */
class AssertionMessagesTest {

  private static final Release RELEASE = Shop.release();

  private static final String IMAGE_LINE =
      """

        written by shop/templates/deployment.yaml:23
          image: registry.example.com:5000/app:{{ .Values.tag }}
        rendered as line 17 of Deployment/shop-app
          image: registry.example.com:5000/app:1.2\
      """;

  @TempDir Path directory;

  @Test
  void holdForWhatIsThere() {
    assertThat(RELEASE)
        .deployment("shop-app")
        .isFrom("templates/deployment.yaml")
        .isInNamespace("default")
        .hasLabel("app.kubernetes.io/name", "shop")
        .hasPodLabel("app", "shop")
        .hasReplicas(2)
        .hasContainers("app", "proxy")
        .container("app")
        .hasImage("registry.example.com:5000/app:1.2")
        .hasImageTag("1.2")
        .hasEnv("LOG_LEVEL", "info")
        .hasEnv("TOKEN")
        .hasNoEnv("OTHER")
        .hasPort(8080)
        .hasPort("http", 8080)
        .requests("cpu", "100m")
        .requests("memory", "128Mi")
        .isLimitedTo("memory", "1024Mi")
        .has("env[name=TOKEN].valueFrom.secretKeyRef", Map.of("name", "token", "key", "token"))
        .and()
        .container("proxy")
        .hasImageTag("")
        .hasNo("env");
    assertThat(RELEASE)
        .virtualService("shop-app")
        .routes("stable", 90)
        .routes("canary", 10)
        .routes("nobody", 0)
        .routes("testers", "canary", 100)
        .hasRoutes("testers", "split");
    assertThat(RELEASE)
        .resource("Deployment", "shop-app")
        .has("spec.replicas", 2)
        .has("metadata.labels[\"app.kubernetes.io/name\"]", "shop")
        .hasNo("spec.paused")
        .value("spec.template.spec.containers[0].ports[0].containerPort")
        .isEqualTo(8080L);
    assertThat(RELEASE)
        .resource("Deployment", "shop-app")
        .values("spec.template.spec.containers[*].name")
        .containsExactly("app", "proxy");
    assertThat(RELEASE).has(1, "Deployment").hasNo("Job").hasNo("Deployment", "other");
    assertThat(RELEASE).hasOnlyKnownFields();
    assertThat(RELEASE).object(Deployment.class, "shop-app").isNotNull();
    assertThat(RELEASE).objects(Service.class).isEmpty();
    assertThat(RELEASE).notes().contains("Enjoy shop.");
    assertThat(RELEASE).manifest().startsWith("---\n# Source: shop/templates/");
    assertThat(RELEASE.resource("Deployment", "shop-app")).text().contains("replicas: 2");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        failure(
            () -> assertThat(RELEASE).deployment("shop-ap"),
            "release shop has no Deployment \"shop-ap\"; it has Deployment/shop-app of"
                + " shop/templates/deployment.yaml"),
        failure(
            () -> assertThat(RELEASE).job("shop-job"),
            "release shop has no Job \"shop-job\"; it has 1 Deployment, 1 VirtualService"),
        failure(
            () -> assertThat(RELEASE).object(Service.class, "x"),
            "release shop has no v1 Service \"x\"; it has 1 Deployment, 1 VirtualService"),
        failure(
            () -> app().hasImage("app:1"),
            "expected spec.template.spec.containers[0].image of container app of"
                + " Deployment/shop-app to be \"app:1\", but it is"
                + " \"registry.example.com:5000/app:1.2\""
                + IMAGE_LINE),
        failure(
            () -> app().hasImageTag("1.3"),
            "expected an image with the tag 1.3 in container app of Deployment/shop-app, not"
                + " registry.example.com:5000/app:1.2"
                + IMAGE_LINE),
        failure(
            () -> app().hasEnv("LOG_LEVEL", "debug"),
            """
            expected spec.template.spec.containers[0].env[0].value of container app of \
            Deployment/shop-app to be "debug", but it is "info"
              written by shop/templates/deployment.yaml:26
                value: info
              rendered as line 20 of Deployment/shop-app
                value: info\
            """),
        failure(
            () -> app().hasEnv("NONE", "x"),
            """
            expected container app of Deployment/shop-app to have one environment variable NONE; \
            it has [LOG_LEVEL, TOKEN]
              written by shop/templates/deployment.yaml:24
                env:
              rendered as line 18 of Deployment/shop-app
                env:\
            """),
        failure(
            () -> app().hasNoEnv("LOG_LEVEL"),
            """
            expected container app of Deployment/shop-app to have no \
            spec.template.spec.containers[0].env[0], but it is {name=LOG_LEVEL, value=info}
              written by shop/templates/deployment.yaml:25
                - name: LOG_LEVEL
              rendered as line 19 of Deployment/shop-app
                - name: LOG_LEVEL\
            """),
        failure(
            () -> app().hasPort(80),
            """
            expected container app of Deployment/shop-app to have ports[containerPort=80], but \
            there is none
              written by shop/templates/deployment.yaml:30
                ports:
              rendered as line 24 of Deployment/shop-app
                ports:\
            """),
        failure(
            () -> app().requests("cpu", "200m"),
            """
            expected spec.template.spec.containers[0].resources.requests.cpu of container app of \
            Deployment/shop-app to be "200m", but it is 0.1
              written by shop/templates/deployment.yaml:35
                cpu: 0.1
              rendered as line 29 of Deployment/shop-app
                cpu: 0.1\
            """),
        failure(
            () -> app().isLimitedTo("cpu", "1"),
            """
            expected container app of Deployment/shop-app to have resources.limits["cpu"], but \
            there is none; spec.template.spec.containers[0].resources.limits has [memory]
              written by shop/templates/deployment.yaml:37
                limits: {memory: 1Gi}
              rendered as line 31 of Deployment/shop-app
                limits: {memory: 1Gi}\
            """),
        failure(
            () -> assertThat(RELEASE).deployment("shop-app").hasReplicas(3),
            """
            expected spec.replicas of Deployment/shop-app to be 3, but it is 2
              written by shop/templates/deployment.yaml:12
                replicas: 2
              rendered as line 9 of Deployment/shop-app
                replicas: 2\
            """),
        failure(
            () -> assertThat(RELEASE).deployment("shop-app").hasContainers("app"),
            """
            expected Deployment/shop-app to have the containers [app], not [app, proxy]
              written by shop/templates/deployment.yaml:21
                containers:
              rendered as line 15 of Deployment/shop-app
                containers:\
            """),
        failure(
            () -> assertThat(RELEASE).deployment("shop-app").container("web"),
            """
            expected Deployment/shop-app to have one of its containers named web, not [app, proxy]
              written by shop/templates/deployment.yaml:21
                containers:
              rendered as line 15 of Deployment/shop-app
                containers:\
            """),
        failure(
            () -> assertThat(RELEASE).deployment("shop-app").container(),
            """
            expected one spec.template.spec.containers[*] in Deployment/shop-app, but there are 2
              written by shop/templates/deployment.yaml:21
                containers:
              rendered as line 15 of Deployment/shop-app
                containers:\
            """),
        failure(
            () -> assertThat(RELEASE).deployment("shop-app").isFrom("templates/other.yaml"),
            "expected Deployment/shop-app to come from templates/other.yaml, not"
                + " shop/templates/deployment.yaml"),
        failure(
            () -> assertThat(RELEASE).virtualService("shop-app").routes("stable", 80),
            """
            expected VirtualService/shop-app to route 80 % of requests to stable, but it routes \
            {stable=90, canary=10}
              written by shop/templates/routes.yaml:21
                weight: {{ sub 100 .Values.canaryWeight }}
              rendered as line 21 of VirtualService/shop-app
                weight: 90\
            """),
        failure(
            () -> assertThat(RELEASE).virtualService("shop-app").hasRoutes("split"),
            """
            expected VirtualService/shop-app to have the HTTP routes [split], not [testers, split]
              written by shop/templates/routes.yaml:12
                http:
              rendered as line 12 of VirtualService/shop-app
                http:\
            """),
        failure(
            () ->
                assertThat(RELEASE)
                    .resource("Deployment", "shop-app")
                    .value("spec.replicas")
                    .isEqualTo(5L),
            """
            [spec.replicas of Deployment/shop-app
              written by shop/templates/deployment.yaml:12
                replicas: 2
              rendered as line 9 of Deployment/shop-app
                replicas: 2]\s
            expected: 5L
             but was: 2L\
            """),
        failure(
            () -> assertThat(RELEASE).resource("Deployment", "shop-app").has("status"),
            """
            expected Deployment/shop-app to have status, but there is none; it has [apiVersion, \
            kind, metadata, spec]
              written by shop/templates/deployment.yaml:4
                apiVersion: apps/v1
              rendered as line 1 of Deployment/shop-app
                apiVersion: apps/v1\
            """),
        failure(
            () -> assertThat(RELEASE).resource("Deployment", "shop-app").hasNo("spec.replicas"),
            """
            expected Deployment/shop-app to have no spec.replicas, but it is 2
              written by shop/templates/deployment.yaml:12
                replicas: 2
              rendered as line 9 of Deployment/shop-app
                replicas: 2\
            """),
        failure(
            () -> assertThat(RELEASE).hasNo("Deployment"),
            """
            expected no Deployment, but there is [Deployment/shop-app of \
            shop/templates/deployment.yaml]
              written by shop/templates/deployment.yaml:4
                apiVersion: apps/v1
              rendered as line 1 of Deployment/shop-app
                apiVersion: apps/v1\
            """),
        failure(
            () -> assertThat(RELEASE).has(2, "Deployment"),
            "expected 2 Deployment, but there are 1: [Deployment/shop-app of"
                + " shop/templates/deployment.yaml]"),
        failure(
            () -> assertThat(Shop.release("typo=true")).hasOnlyKnownFields(),
            """
            expected only known fields, but:
              spec.replicaz: DeploymentSpec has no field replicaz
                at shop/templates/deployment.yaml:14:3\
            """),
        failure(
            () -> assertThat(refused()).isAt("templates/deployment.yaml"),
            """
            expected a failure at templates/deployment.yaml, but it is at [values.schema.json, \
            --set]:
            values don't meet the specifications of the schema(s) in the following chart(s):
            shop:
            - at '/canaryWeight': maximum: got 101, want 100
              at --set\
            """),
        failure(
            () -> assertThat(refused()).mentions("canaryWeight", "minimum"),
            """
            expected a failure that mentions [minimum], but it says:
            values don't meet the specifications of the schema(s) in the following chart(s):
            shop:
            - at '/canaryWeight': maximum: got 101, want 100
              at --set\
            """),
        failure(
            () -> assertThat(refused()).isOf(Diagnostic.Kind.LIMIT),
            """
            expected a failure of kind LIMIT, but it is of [SCHEMA]:
            values don't meet the specifications of the schema(s) in the following chart(s):
            shop:
            - at '/canaryWeight': maximum: got 101, want 100
              at --set\
            """),
        failure(
            () -> assertThat(noTag()).hasMessage("no"),
            """
            expected the failure
            no
            but it is
            execution error at (shop/templates/deployment.yaml:2:4): a tag is needed
              at shop/templates/deployment.yaml:2:5
                 {{- fail "a tag is needed" }}\
            """));
  }

  private static Arguments failure(ThrowingCallable assertion, String message) {
    return Arguments.of(assertion, message);
  }

  private static ContainerAssert app() {
    return assertThat(RELEASE).deployment("shop-app").container("app");
  }

  private static RenderFailure refused() {
    return Shop.rendering().refuse(request -> request.set("canaryWeight=101"));
  }

  private static RenderFailure noTag() {
    return Shop.rendering().refuse(request -> request.set("tag="));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void sayWhatIsWrongAndWhichTemplateWroteIt(ThrowingCallable assertion, String message) {
    assertThat(catchThrowable(assertion)).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void knowWhereAChartFails() {
    assertThat(refused())
        .isAt("values.schema.json")
        .mentions("canaryWeight", "maximum", "100")
        .isOf(Diagnostic.Kind.SCHEMA);
    assertThat(noTag())
        .isAt("templates/deployment.yaml")
        .isAt("deployment.yaml:2")
        .isAt("deployment.yaml:2:5")
        .hasMessage("execution error at (shop/templates/deployment.yaml:2:4): a tag is needed");
    assertThat(catchThrowable(() -> assertThat(noTag()).isAt("ployment.yaml"))).isNotNull();
  }

  @Test
  void sayWhatWasRenderedInsteadOfRefused() {
    assertThat(
            catchThrowable(() -> Shop.rendering().refuse(request -> request.set("canaryWeight=1"))))
        .hasMessage(
            "expected the chart shop to refuse this, but it rendered 2 resources from the values"
                + " {canaryWeight=1}");
    assertThat(catchThrowable(() -> Shop.release("canaryWeight=101")))
        .hasMessage(
            """
            the chart shop cannot be rendered: values don't meet the specifications of the \
            schema(s) in the following chart(s):
            shop:
            - at '/canaryWeight': maximum: got 101, want 100
              at --set\
            """);
  }

  @Test
  void compareWithSnapshotsThatAreOnlyWrittenWhenAskedTo() throws Exception {
    String file = directory.resolve("new/shop.yaml").toString();
    assertThat(catchThrowable(() -> assertThat(RELEASE).matchesSnapshot(file)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("there is no snapshot " + file + "; -Dpintle.snapshots=update writes it");
    assertThat(Path.of(file)).doesNotExist();

    updatingSnapshots("update", () -> assertThat(RELEASE).matchesSnapshot(file));
    assertThat(Files.readString(Path.of(file))).isEqualTo(RELEASE.manifest());
    assertThat(RELEASE).matchesSnapshot(file);

    assertThat(catchThrowable(() -> assertThat(Shop.release("tag=1.3")).matchesSnapshot(file)))
        .hasMessage(
            """
            the manifest differs from the snapshot %s from line 19 on:
              -           image: registry.example.com:5000/app:1.2
              +           image: registry.example.com:5000/app:1.3
              written by shop/templates/deployment.yaml:23
                image: registry.example.com:5000/app:{{ .Values.tag }}
              rendered as line 17 of Deployment/shop-app
                image: registry.example.com:5000/app:1.3
            -Dpintle.snapshots=update takes it as it is now\
            """
                .formatted(file));
    assertThat(
            catchThrowable(
                () -> updatingSnapshots("yes", () -> assertThat(RELEASE).matchesSnapshot(file))))
        .hasMessage("-Dpintle.snapshots is update or nothing, not yes");
  }

  private static void updatingSnapshots(String flag, Runnable assertion) {
    System.setProperty(Snapshot.FLAG, flag);
    try {
      assertion.run();
    } finally {
      System.clearProperty(Snapshot.FLAG);
    }
  }

  @Test
  void refusePathsThatAreNone() {
    for (String path : List.of("spec[", "spec..replicas", "[name=]x]", "spec[-1]")) {
      assertThat(
              catchThrowable(
                  () -> assertThat(RELEASE).resource("Deployment", "shop-app").has(path)))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("no path: " + path);
    }
  }
}
