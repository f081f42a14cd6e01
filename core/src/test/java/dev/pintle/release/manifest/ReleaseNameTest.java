package dev.pintle.release.manifest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.PintleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNameTest {

  private static final String LONGEST = "a".repeat(53);

  @ParameterizedTest
  @ValueSource(strings = {"a", "a-b", "a.b", "0", "a1", "release-name", "1.2.3"})
  void isADnsName(String name) {
    assertThatCode(() -> ReleaseName.check(name)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "a_b", "-a", "a-", "a..b", "a.-b", ".a", "a.", "é", "a b", "a\n", "a/b"})
  void isNothingElse(String name) {
    assertThatThrownBy(() -> ReleaseName.check(name))
        .isInstanceOf(PintleException.class)
        .hasMessageStartingWith("release name check failed: release name \"")
        .hasMessageEndingWith(
            "invalid release name, must match regex"
                + " ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"
                + " and the length must not be longer than 53");
  }

  @Test
  void hasAtMost53Characters() {
    assertThatCode(() -> ReleaseName.check(LONGEST)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ReleaseName.check(LONGEST + "a")).isInstanceOf(PintleException.class);
    assertThatThrownBy(() -> ReleaseName.check("a".repeat(1_000_000) + "_"))
        .isInstanceOf(PintleException.class);
  }

  @Test
  void isNotEmpty() {
    assertThatThrownBy(() -> ReleaseName.check(""))
        .hasMessage("release name check failed: no name provided");
  }
}
