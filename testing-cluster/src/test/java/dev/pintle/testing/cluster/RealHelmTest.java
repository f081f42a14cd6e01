package dev.pintle.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

@OnControlPlane
@BesideHelm
class RealHelmTest {

  @Test
  void worksOnTheControlPlane(RealHelm helm, ControlPlane plane) {
    String namespace = plane.newNamespace("helm");

    assertThat(helm.run(plane, "list", "-n", namespace, "-o", "json").orFail()).isEqualTo("[]\n");
  }

  @Test
  void failuresAreTold(RealHelm helm, ControlPlane plane) {
    RealHelm.Run run = helm.run(plane, "status", "nobody");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("Error: release: not found\n");
    assertThatThrownBy(run::orFail).hasMessageContaining("release: not found");
  }
}
