package dev.pintle.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

@OnControlPlane
class ControlPlaneTest {

  private final ControlPlane plane;
  private final ApiConnection admin;
  private final ApiConnection guest;

  ControlPlaneTest(ControlPlane plane) {
    this.plane = plane;
    this.admin = new ApiConnection(plane.url(), plane.adminToken(), plane.certificate());
    this.guest = new ApiConnection(plane.url(), plane.guestToken(), plane.certificate());
  }

  @Test
  void namespacesAreThereAndNoTwoAreTheSame() {
    String one = plane.newNamespace("same");
    String other = plane.newNamespace("same");

    assertThat(one).isNotEqualTo(other);
    assertThat(admin.status("/api/v1/namespaces/" + one)).isEqualTo(200);
    assertThat(admin.status("/api/v1/namespaces/" + other)).isEqualTo(200);
    assertThat(admin.status("/api/v1/namespaces/same")).isEqualTo(404);
  }

  @Test
  void guestsMayNothing() {
    String namespace = plane.newNamespace("closed");

    assertThat(guest.status("/api/v1/namespaces/" + namespace + "/secrets")).isEqualTo(403);
  }

  @Test
  void dataSurvivesTheDeathOfTheServer() {
    String namespace = plane.newNamespace("survivor");

    plane.killApiServer();
    assertThat(admin.status("/readyz")).isZero();
    plane.startApiServer();

    assertThat(admin.status("/api/v1/namespaces/" + namespace)).isEqualTo(200);
  }

  @Test
  void saysWhatTheServerRefused() {
    assertThatThrownBy(() -> plane.newNamespace("Upper Case"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Invalid value: \\\"Upper Case");
  }
}
