package dev.pintle.go.semver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A constraint, a version, and what Helm's library says of the two; {@code !} stands for an error.
 */
class VersionConstraintTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          *              ; 1.2.3                  ; true
          *              ; 1.2.3-rc.1             ; false
          *-0            ; 1.2.3-rc.1             ; true
          1              ; 1.9.9                  ; true
          1.x            ; 2.0.0                  ; false
          1.2            ; 1.2.9                  ; true
          1.2.3          ; 1.2.3                  ; true
          =1.2.3         ; 1.2.4                  ; false
          1.2.3          ; 1.2.3+build            ; true
          !=1.2.3        ; 1.2.3                  ; false
          !=1.x          ; 1.9.0                  ; false
          !=1.x          ; 2.0.0                  ; true
          !=1.2.x        ; 1.2.9                  ; false
          !=1.2.x-0      ; 1.2.9-rc               ; true
          >1             ; 1.5.0                  ; false
          >1             ; 2.0.0                  ; true
          >1.2           ; 1.2.9                  ; false
          >1.2           ; 1.3.0                  ; true
          >1.2.3         ; 1.2.4                  ; true
          <2             ; 1.9.9                  ; true
          <2             ; 2.0.0                  ; false
          <=2            ; 2.9.9                  ; true
          <=2.1          ; 2.1.9                  ; true
          <=2.1          ; 2.2.0                  ; false
          <=2.1.0        ; 2.1.1                  ; false
          =<2.1.0        ; 2.1.0                  ; true
          >=1.2          ; 1.2.0                  ; true
          =>1.2          ; 1.1.9                  ; false
          >=1.25.0-0     ; 1.33.4-gke.1245000     ; true
          >=1.25.0       ; 1.33.4-gke.1245000     ; false
          >=1.2.3-rc.2   ; 1.2.3-rc.10            ; true
          >=1.2.3-rc.2   ; 1.2.3-alpha            ; false
          ~1             ; 1.9.0                  ; true
          ~1.2           ; 1.3.0                  ; false
          ~1.2.3         ; 1.2.2                  ; false
          ~1.2.3         ; 1.2.9                  ; true
          ~>1.2.3        ; 1.3.0                  ; false
          ~0.0.0         ; 5.0.0                  ; true
          ^1.2.3         ; 1.9.0                  ; true
          ^1.2.3         ; 2.0.0                  ; false
          ^0.2.3         ; 0.2.9                  ; true
          ^0.2.3         ; 0.3.0                  ; false
          ^0.0.3         ; 0.0.4                  ; false
          ^0.0           ; 0.0.9                  ; true
          ^0             ; 0.9.0                  ; true
          ^*             ; 1.0.0                  ; false
          1.2 - 1.4      ; 1.4.9                  ; true
          1.2 - 1.4.0    ; 1.4.9                  ; false
          1.2 - 1.4.5    ; 1.4.6                  ; false
          >=1.2 <2 || ^3 ; 3.1.0                  ; true
          >=1.2, <2      ; 2.0.0                  ; false
          >=1.2 , <2     ; 1.2                    ; true
          v1.2           ; v1.2.7                 ; true
          01.2           ; 1.2.0                  ; true
          1.2.3-01       ; 1.2.3                  ; ! constraint parser error
          1x             ; 1.2.3                  ; ! constraint parser error
          1|2            ; 1.2.3                  ; ! constraint parser error
          >=1.2<2        ; 1.5.0                  ; ! improper constraint: ">=1.2<2"
          >=             ; 1.2.3                  ; ! improper constraint: ">="
          1.2,           ; 1.2.3                  ; ! improper constraint: "1.2,"
          ''             ; 1.2.3                  ; ! improper constraint: ""
          a.b            ; 1.2.3                  ; ! improper constraint: "a.b"
          >==1           ; 1.2.3                  ; ! improper constraint: ">==1"
          1 ||           ; 1.2.3                  ; ! improper constraint: ""
          *              ; one                    ; ! invalid semantic version
          *              ; 1.2.3.4                ; ! invalid semantic version
          *              ; 1.2.3-01               ; ! version segment starts with 0
          *              ; 18446744073709551616   ; ! error parsing version segment: strconv.ParseUint: parsing "18446744073709551616": value out of range
          """)
  void checks(String constraint, String version, String expected) {
    assertThat(outcome(constraint, version)).isEqualTo(expected);
  }

  private static String outcome(String constraint, String version) {
    try {
      VersionConstraint parsed = VersionConstraint.parse(constraint);
      return String.valueOf(parsed.check(Version.parse(version)));
    } catch (VersionException e) {
      return "! " + e.getMessage();
    }
  }

  @Test
  void limitsTheLengthAndTheNumberOfAlternatives() {
    assertThat(outcome("1".repeat(513), "1.2.3"))
        .isEqualTo("! constraint string is too long (max 512 bytes)");
    assertThat(outcome("1" + "||1".repeat(32), "1.2.3"))
        .isEqualTo("! too many constraint groups (max 32)");
    assertThat(outcome("9" + "||1".repeat(31), "1.2.3")).isEqualTo("true");
  }

  @Test
  void whatCannotBeReadIsNotCompatible() {
    assertThat(VersionConstraint.isCompatible(">=1.2", "1.3")).isTrue();
    assertThat(VersionConstraint.isCompatible(">=1.2", "1.1")).isFalse();
    assertThat(VersionConstraint.isCompatible("", "1.3")).isFalse();
    assertThat(VersionConstraint.isCompatible(">=1.2", "latest")).isFalse();
  }
}
