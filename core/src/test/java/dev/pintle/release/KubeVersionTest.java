package dev.pintle.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.PintleException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1.34, v1.34, v1.34, 1, 34",
    "v1.34.0, v1.34.0, v1.34.0, 1, 34",
    "1.33.4-gke.1245000, v1.33.4-gke.1245000, v1.33.4, 1, 33",
    "v1.20.3+k3s1, v1.20.3+k3s1, v1.20.3, 1, 20",
    "1.20.3abc, v1.20.3abc, v1.20.3, 1, 20",
    "v1.020, v1.020, v1.20, 1, 20",
    "1.2.3.4, v1.2.3.4, v1.2.3.4, 1, 2",
    "0.1, v0.1, v0.1, 0, 1",
    "' v1.2', 'v v1.2', v1.2, 1, 2",
    "1.18446744073709551615, v1.18446744073709551615, v1.18446744073709551615, 1,"
        + " 18446744073709551615",
  })
  void isReadAsKubernetesDoes(
      String text, String version, String normalized, String major, String minor) {
    assertThat(KubeVersion.parse(text))
        .isEqualTo(new KubeVersion(version, normalized, major, minor));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
        foo  ; could not parse "foo" as version
        v    ; could not parse "v" as version
        V1.2 ; could not parse "V1.2" as version
        1    ; illegal version string "1"
        1.   ; illegal version string "1."
        1..2 ; illegal version string "1..2"
        01.2 ; illegal zero-prefixed version component "01" in "01.2"
        1.99999999999999999999 ; illegal non-numeric version component "99999999999999999999" in \
      "1.99999999999999999999": strconv.ParseUint: parsing "99999999999999999999": value out of range
        """)
  void anythingElseIsAnError(String text, String reason) {
    assertThatThrownBy(() -> KubeVersion.parse(text))
        .isInstanceOf(PintleException.class)
        .hasMessage("invalid kube version '" + text + "': " + reason);
  }

  @Test
  void theStandardIsHelms() {
    Capabilities standard = Capabilities.standard();
    assertThat(standard.kubeVersion().version()).isEqualTo("v1.36.0");
    assertThat(standard.apiVersions()).hasSize(55).startsWith("v1").contains("apps/v1");
    assertThat(standard.withMoreApiVersions(List.of("x/v1", "y/v1")).apiVersions())
        .hasSize(57)
        .endsWith("x/v1", "y/v1");
  }
}
