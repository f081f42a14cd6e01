package dev.pintle.testing.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Drift;
import dev.pintle.apply.Feature;
import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Plan;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.release.Release;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What plans and drift have to be of an applier that declares {@link Feature#DRIFT}. */
abstract class DifferenceContract extends ApplierFixture {

  private static final String HIDDEN = "c3dvcmRmaXNo";
  private static final String OTHER = "aHVzaC1odXNo";

  /** A chart with a Secret. */
  private static SmallChart secret(String value) {
    return new SmallChart()
        .configMap("a", "1")
        .template(
            "secret.yaml",
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  password: "
                + value
                + "\n  user: "
                + HIDDEN
                + "\n");
  }

  private static List<String> told(List<ObjectDifference> objects) {
    return objects.stream().map(DifferenceContract::told).sorted().toList();
  }

  private static String told(ObjectDifference object) {
    StringBuilder text = new StringBuilder(object.kind() + " " + object.object().name());
    for (FieldDifference field : object.fields()) {
      text.append(' ').append(field.path()).append('=');
      text.append(field.before()).append("->").append(field.after());
    }
    return text.toString();
  }

  private void assumeDrift() {
    assumeTrue(has(Feature.DRIFT), "knows no plans and no drift");
  }

  private Drift drift() {
    return applier.drift(NAME, namespace);
  }

  /** Applies a release over whatever somebody else has changed. */
  private void applyAgain(Release release) {
    applier.apply(
        release,
        options -> {
          if (has(Feature.CONFLICTS)) {
            options.forceConflicts();
          }
        });
  }

  @Test
  void aPlanOfAnInstallAddsAllAndChangesNothing() {
    assumeDrift();
    Plan plan = applier.plan(release(new SmallChart().configMap("a", "1")));
    assertThat(plan.operation()).isEqualTo(Operation.INSTALL);
    assertThat(plan.revision()).isEqualTo(1);
    assertThat(told(plan.changes())).containsExactly("ADDED a");
    assertThat(plan.changes().get(0).before()).isNull();
    assertThat(plan.changes().get(0).after()).containsEntry("kind", "ConfigMap");
    assertThat(plan.obstacles()).isEmpty();
    assertThat(live(configMap("a"))).isEmpty();
    assertThat(failure(() -> applier.status(NAME, namespace)).reason()).isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void aPlanOfAnUpgradeSaysWhatTheUpgradeThenDoes() {
    assumeDrift();
    applier.apply(
        release(
            new SmallChart()
                .configMap("changed", "1")
                .configMap("gone", "1")
                .configMap("same", "1")
                .kept("kept")));
    Release next =
        release(
            new SmallChart()
                .configMap("changed", "2")
                .configMap("new", "1")
                .configMap("same", "1"));
    Plan plan = applier.plan(next);
    assertThat(plan.operation()).isEqualTo(Operation.UPGRADE);
    assertThat(plan.revision()).isEqualTo(2);
    assertThat(told(plan.objects()))
        .containsExactly(
            "ADDED new",
            "CHANGED changed data.value=1->2",
            "KEPT kept",
            "REMOVED gone",
            "SAME same");
    assertThat(plan.obstacles()).isEmpty();
    assertThat(applier.history(NAME, namespace)).hasSize(1);
    assertThat(value("changed")).isEqualTo("1");
    assertThat(value("gone")).isEqualTo("1");
    assertThat(live(configMap("new"))).isEmpty();

    ApplyResult result = applier.apply(next);
    assertThat(names(result.objects(Action.CREATED))).containsExactly("new");
    assertThat(names(result.objects(Action.CHANGED))).containsExactly("changed");
    assertThat(names(result.objects(Action.UNCHANGED))).containsExactly("same");
    assertThat(names(result.objects(Action.DELETED))).containsExactly("gone");
    assertThat(names(result.objects(Action.KEPT))).containsExactly("kept");
    assertThat(applier.plan(next).changes()).isEmpty();
  }

  @Test
  void aPlanSaysWhatWouldStopIt() {
    assumeDrift();
    assumeTrue(has(Feature.OWNERSHIP), "does not know whose objects are");
    applier.apply(release(new SmallChart().kept("a").kept("b")));
    applier.uninstall(NAME, namespace, UninstallOptions.defaults());
    makeForeign(configMap("a"));
    makeForeign(configMap("b"));
    Release mine = release(new SmallChart().configMap("a", "mine").configMap("b", "mine"));
    assertThat(applier.plan(mine).obstacles()).isNotEmpty();
    assertThat(applier.plan(mine, ApplyOptions.of(options -> options.takeOwnership())).obstacles())
        .isEmpty();
    assertThat(value("a")).isNotEqualTo("mine");
  }

  @Test
  void plansDoNotShowSecrets() {
    assumeDrift();
    assertNothingHidden(applier.plan(release(secret(HIDDEN))).objects());
    applier.apply(release(secret(HIDDEN)));
    List<ObjectDifference> changes = applier.plan(release(secret(OTHER))).changes();
    assertThat(told(changes)).containsExactly("CHANGED s data.password=***->*** (changed)");
    assertNothingHidden(changes);
  }

  private static void assertNothingHidden(List<ObjectDifference> objects) {
    assertThat(objects.toString()).contains("***").doesNotContain(HIDDEN, OTHER);
  }

  @Test
  void thereIsNoDriftAfterAnApply() {
    assumeDrift();
    applier.apply(release(secret(HIDDEN).configMap("b", "1")));
    Drift drift = drift();
    assertThat(drift.isNone()).isTrue();
    assertThat(told(drift.objects())).containsExactly("SAME a", "SAME b", "SAME s");
    assertThat(drift.revision()).isEqualTo(1);
    assertThat(drift.name()).isEqualTo(NAME);
    assertThat(drift.namespace()).isEqualTo(namespace);
  }

  @Test
  void whatSomebodyChangedOrDeletedIsDriftUntilTheNextApply() {
    assumeDrift();
    Release release =
        release(new SmallChart().configMap("a", "1").configMap("b", "1").configMap("same", "1"));
    applier.apply(release);
    edit(configMap("a"), Map.of("value", "theirs"));
    remove(configMap("b"));
    Drift drift = drift();
    assertThat(drift.isNone()).isFalse();
    assertThat(told(drift.objects()))
        .containsExactly("ADDED b", "CHANGED a data.value=theirs->1", "SAME same");
    assertThat(value("a")).as("drift changes nothing").isEqualTo("theirs");
    assertThat(live(configMap("b"))).isEmpty();

    applyAgain(release);
    assertThat(drift().isNone()).isTrue();
    assertThat(value("a")).isEqualTo("1");
    assertThat(value("b")).isEqualTo("1");
  }

  /** Whether a field that somebody added counts is for the applier to say; its apply agrees. */
  @Test
  void anExtraFieldIsDriftIfAnApplyTakesItAway() {
    assumeDrift();
    Release release = release(new SmallChart().configMap("a", "1"));
    applier.apply(release);
    edit(configMap("a"), Map.of("extra", "theirs"));
    List<String> told = told(drift().differing());
    applyAgain(release);
    Object left = data(configMap("a"), "extra");
    assertThat(told)
        .isEqualTo(
            Objects.equals(left, "theirs")
                ? List.of()
                : List.of("CHANGED a data.extra=theirs->null"));
    assertThat(drift().isNone()).isTrue();
  }

  @Test
  void driftDoesNotShowSecrets() {
    assumeDrift();
    applier.apply(release(secret(HIDDEN)));
    ObjectRef secret = new ObjectRef("v1", "Secret", namespace, "s");
    edit(secret, Map.of("password", OTHER));
    assertThat(data(secret, "password")).isEqualTo(OTHER);
    List<ObjectDifference> differing = drift().differing();
    assertThat(told(differing)).containsExactly("CHANGED s data.password=***->*** (changed)");
    assertNothingHidden(differing);
    remove(secret);
    assertThat(told(drift().differing())).containsExactly("ADDED s");
    assertNothingHidden(drift().differing());
  }

  @Test
  void whatIsNotThereHasNoDrift() {
    assumeDrift();
    assertThat(failure(this::drift).reason()).isEqualTo(Reason.NOT_FOUND);
  }
}
