package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Plan;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.testing.apply.SmallChart;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.values.Table;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objects whose changes we work out ourselves. */
@OnControlPlane
class ClientSideApplyTest {

  private final TestCluster cluster;
  private final Fabric8Applier applier;
  private final String namespace;

  ClientSideApplyTest(ControlPlane plane) {
    this.cluster = new TestCluster(plane);
    this.applier = cluster.applier();
    this.namespace = plane.newNamespace("client-side");
  }

  @AfterEach
  void close() {
    applier.close();
    cluster.close();
  }

  private String path(String name) {
    return "/api/v1/namespaces/" + namespace + "/configmaps/" + name;
  }

  private ObjectRef configMap(String name) {
    return new ObjectRef("v1", "ConfigMap", namespace, name);
  }

  private ApplyResult apply(SmallChart chart) {
    return applier.apply(chart.render(namespace), ClientSideApplyTest::clientSide);
  }

  private static void clientSide(ApplyOptions.Builder options) {
    options.serverSide(ApplyMethod.CLIENT_SIDE);
  }

  private static List<String> entries(Table live) {
    return Fields.tables(Fields.table(live, "metadata"), "managedFields").stream()
        .map(entry -> Fields.text(entry, "manager") + " " + Fields.text(entry, "operation"))
        .toList();
  }

  @Test
  void goesOnByTheMethodOfTheLastRevision() {
    ApplyResult first = apply(new SmallChart().configMap("a", "1").configMap("b", "1"));
    assertThat(first.objects(Action.CREATED)).hasSize(2);
    assertThat(first.record().method()).isEqualTo(Method.CLIENT_SIDE);
    assertThat(entries(cluster.get(path("a")).orElseThrow())).containsExactly("helm Update");

    ApplyResult second =
        applier.apply(new SmallChart().configMap("a", "2").configMap("b", "1").render(namespace));
    assertThat(second.record().method()).isEqualTo(Method.CLIENT_SIDE);
    assertThat(second.objects(Action.CHANGED)).containsExactly(configMap("a"));
    assertThat(second.objects(Action.UNCHANGED)).containsExactly(configMap("b"));
    assertThat(entries(cluster.get(path("a")).orElseThrow())).containsExactly("helm Update");

    ApplyResult third =
        applier.apply(
            new SmallChart().configMap("a", "3").render(namespace),
            options -> options.serverSide(ApplyMethod.SERVER_SIDE));
    assertThat(third.record().method()).isEqualTo(Method.SERVER_SIDE);
    assertThat(entries(cluster.get(path("a")).orElseThrow())).containsExactly("helm Apply");

    ApplyResult back = applier.rollback("web", namespace, 2, ApplyOptions.defaults());
    assertThat(back.record().method()).isEqualTo(Method.CLIENT_SIDE);
    assertThat(back.objects(Action.CREATED)).containsExactly(configMap("b"));
  }

  @Test
  void takesAwayWhatAFailedRevisionLeft() {
    apply(new SmallChart().template("a.yaml", map("one: \"1\"")));
    SmallChart failing = new SmallChart().template("a.yaml", map("one: \"1\", two: \"2\""));
    failing.template(
        "z.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: z}\nspec: {ports: []}\n");
    ApplyException failure = catchThrowableOfType(ApplyException.class, () -> apply(failing));
    assertThat(failure).hasMessageContaining("failed to create resource: Service \"z\" is invalid");
    assertThat(data()).containsOnlyKeys("one", "two");

    apply(new SmallChart().template("a.yaml", map("three: \"3\"")));
    assertThat(data()).containsOnlyKeys("three");
  }

  private static String map(String data) {
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {" + data + "}\n";
  }

  private Table data() {
    return Fields.table(cluster.get(path("a")).orElseThrow(), "data");
  }

  @Test
  void saysWhatItWouldDoWithoutDoingIt() {
    apply(new SmallChart().template("a.yaml", map("one: \"1\", two: \"2\"")));
    SmallChart changed =
        new SmallChart().template("a.yaml", map("one: \"11\"")).configMap("b", "1");
    Plan plan = applier.plan(changed.render(namespace), ApplyOptions.defaults());
    assertThat(plan.obstacles()).isEmpty();
    assertThat(plan.objects())
        .extracting(difference -> difference.object().name() + " " + difference.fields().size())
        .containsExactly("a 2", "b 0");

    ApplyResult dry =
        applier.apply(changed.render(namespace), options -> options.dryRun(DryRun.SERVER));
    assertThat(dry.objects(Action.CHANGED)).containsExactly(configMap("a"));
    assertThat(dry.objects(Action.CREATED)).containsExactly(configMap("b"));
    assertThat(data()).containsOnlyKeys("one", "two");
    assertThat(cluster.get(path("b"))).isEmpty();
  }

  @Test
  void takesObjectsOver() {
    cluster.post(
        "/api/v1/namespaces/" + namespace + "/configmaps",
        "{\"metadata\":{\"name\":\"a\"},\"data\":{\"one\":\"theirs\",\"two\":\"theirs\"}}");
    ApplyResult taken =
        applier.apply(
            new SmallChart().template("a.yaml", map("one: \"1\"")).render(namespace),
            options -> options.serverSide(ApplyMethod.CLIENT_SIDE).takeOwnership());
    assertThat(taken.objects(Action.CHANGED)).containsExactly(configMap("a"));
    assertThat(data()).containsEntry("one", "1").containsEntry("two", "theirs");
  }
}
