package dev.pintle.go.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          1                    ; 1.0.0
          v1.2                 ; 1.2.0
          01.02.03             ; 1.2.3
          1.2.3-rc.1+b.2       ; 1.2.3-rc.1+b.2
          1.2.3-00a            ; 1.2.3-00a
          18446744073709551615 ; 18446744073709551615.0.0
          18446744073709551616 ; ! error parsing version segment: strconv.ParseUint: parsing "18446744073709551616": value out of range
          1.2.3-01             ; ! version segment starts with 0
          1.2.3-               ; ! invalid semantic version
          1.2.3+               ; ! invalid semantic version
          1.2.3-a..b           ; ! invalid semantic version
          1.2.3.4              ; ! invalid semantic version
          1..2                 ; ! invalid semantic version
          V1                   ; ! invalid semantic version
          ' 1'                 ; ! invalid semantic version
          ''                   ; ! invalid semantic version
          """)
  void parses(String text, String expected) {
    assertThat(parsed(text)).isEqualTo(expected);
  }

  private static String parsed(String text) {
    try {
      return Version.parse(text).toString();
    } catch (VersionException e) {
      return "! " + e.getMessage();
    }
  }

  /** Each row is in ascending order. */
  @ParameterizedTest
  @CsvSource({
    "1.2.3-alpha, 1.2.3-alpha.1, 1.2.3-alpha.beta, 1.2.3-beta.2, 1.2.3-beta.10, 1.2.3-rc, 1.2.3",
    "0.9.9, 0.10.0, 1.0.0, 1.0.1, 1.1.0, 2.0.0, 10.0.0",
    // A number beyond 64 bits counts as text, and text comes after numbers.
    "1.0.0-1, 1.0.0-2, 1.0.0-10, 1.0.0-18446744073709551615, 1.0.0-18446744073709551616, 1.0.0-a,"
        + " 1.0.0"
  })
  void isOrdered(String a, String b, String c, String d, String e, String f, String g) {
    String[] row = {a, b, c, d, e, f, g};
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < row.length; j++) {
        assertThat(Integer.signum(Version.parse(row[i]).compareTo(Version.parse(row[j]))))
            .as("%s against %s", row[i], row[j])
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void buildAndSpellingDoNotCountForEquality() {
    assertThat(Version.parse("v1.2+one")).isEqualTo(Version.parse("1.2.0+two"));
    assertThat(Version.parse("1.2.0")).isNotEqualTo(Version.parse("1.2.0-rc"));
  }

  @Test
  void knowsTheNextVersions() {
    Version version = Version.parse("v1.2.3-rc.1+b");
    assertThat(version.nextMajor().original()).isEqualTo("v2.0.0");
    assertThat(version.nextMinor().original()).isEqualTo("v1.3.0");
    assertThat(version.nextPatch().original()).isEqualTo("v1.2.3");
    assertThat(version.nextPatch().nextPatch()).hasToString("1.2.4");
    assertThat(version.withPrerelease("").original()).isEqualTo("v1.2.3+b");
    assertThat(version.withMetadata("c.1")).hasToString("1.2.3-rc.1+c.1");
    assertThatThrownBy(() -> version.withPrerelease("a b")).hasMessage("invalid prerelease string");
    assertThatThrownBy(() -> version.withMetadata("a..b")).hasMessage("invalid metadata string");
    assertThatThrownBy(() -> Version.parse("18446744073709551615").nextMajor())
        .hasMessage("major version increment would overflow uint64");
  }
}
