package dev.pintle.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.release.Capabilities;
import dev.pintle.release.ReleaseRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplyOptionsTest {

  @Test
  void hasHelmsDefaults() {
    ApplyOptions options = ApplyOptions.defaults();
    assertThat(options.waitFor()).isEqualTo(WaitStrategy.HOOK_ONLY);
    assertThat(options.supervision().timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.historyMax()).isEqualTo(10);
    assertThat(options.dryRun()).isEqualTo(DryRun.NONE);
  }

  @Test
  void waitsForWhatItMayHaveToRollBack() {
    assertThat(ApplyOptions.of(builder -> builder.rollbackOnFailure()).waitFor())
        .isEqualTo(WaitStrategy.WATCHER);
    assertThat(
            ApplyOptions.of(builder -> builder.rollbackOnFailure().wait(WaitStrategy.LEGACY))
                .waitFor())
        .isEqualTo(WaitStrategy.LEGACY);
  }

  @Test
  void testsAreSelectedAsHelmsFiltersDo() {
    TestOptions options = TestOptions.of(builder -> builder.only("a").only("b").without("b"));
    assertThat(options.selects("a")).isTrue();
    assertThat(options.selects("b")).isFalse();
    assertThat(options.selects("c")).isFalse();
    assertThat(TestOptions.defaults().selects("c")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ReleaseStatus.class)
  void statusesAreFoundByHelmsNames(ReleaseStatus status) {
    assertThat(ReleaseStatus.ofHelmName(status.helmName())).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(RecordedHook.Phase.class)
  void phasesAreFoundByHelmsNames(RecordedHook.Phase phase) {
    assertThat(RecordedHook.Phase.ofHelmName(phase.helmName())).isEqualTo(phase);
  }

  @Test
  void targetsTellRequestsWhatTheyAreFor() {
    Target target = new Target("app", "prod", 4, Capabilities.standard(), null);
    ReleaseRequest request = ReleaseRequest.of(target::prepare);
    assertThat(request.revision()).isEqualTo(4);
    assertThat(request.isUpgrade()).isFalse();
    assertThat(request.namespace()).isEqualTo("prod");
  }

  @Test
  void objectsAreTheSameInAnyVersionOfTheirApi() {
    ObjectRef one = new ObjectRef("apps/v1", "Deployment", "prod", "app");
    assertThat(new ObjectRef("apps/v1beta1", "Deployment", "prod", "app").withoutVersion())
        .isEqualTo(one.withoutVersion());
    assertThat(new ObjectRef("extensions/v1", "Deployment", "prod", "app").withoutVersion())
        .isNotEqualTo(one.withoutVersion());
    assertThat(one).hasToString("Deployment prod/app");
  }
}
