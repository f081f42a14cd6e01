package dev.pintle.release.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Service Namespace               | Namespace Service
          Deployment ConfigMap Secret     | Secret ConfigMap Deployment
          Ingress Pod Job CronJob         | Pod Job CronJob Ingress
          RoleBinding Role ServiceAccount | ServiceAccount Role RoleBinding
          Zebra Pod Apple                 | Pod Apple Zebra
          a B                             | B a
          service Service                 | Service service
          """)
  void knownKindsComeFirstAndOthersByName(String kinds, String expected) {
    List<String> sorted = new ArrayList<>(List.of(kinds.split(" ")));
    sorted.sort(InstallOrder.BY_KIND);
    assertThat(String.join(" ", sorted)).isEqualTo(expected);
  }

  @Test
  void kindsOfOneRankAreEqual() {
    assertThat(InstallOrder.BY_KIND.compare("Pod", "Pod")).isZero();
    assertThat(InstallOrder.BY_KIND.compare("Gateway", "Gateway")).isZero();
    assertThat(InstallOrder.BY_KIND.compare("", "Gateway")).isNegative();
  }
}
