package dev.pintle.go.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where zones are found; what they say is in the tables of the date functions. */
class ZonesTest {

  private static final long WINTER = 1136214245;
  private static final long SUMMER = 1151852645;

  @TempDir private Path database;

  /** A file of version 1: standard time ABC, and from 1000 on summer time DEF. */
  private static byte[] zoneFile() {
    ByteBuffer file = ByteBuffer.allocate(44 + 4 + 1 + 12 + 8);
    file.put("TZif".getBytes(StandardCharsets.US_ASCII)).put(new byte[16]);
    for (int count : new int[] {0, 0, 0, 1, 2, 8}) {
      file.putInt(count);
    }
    file.putInt(1000).put((byte) 1);
    file.putInt(3600).put((byte) 0).put((byte) 0);
    file.putInt(7200).put((byte) 1).put((byte) 4);
    return file.put("ABC\0DEF\0".getBytes(StandardCharsets.US_ASCII)).array();
  }

  private Zone find(String name) {
    return new Zones(List.of(database)).find(name, ZoneOffset.UTC);
  }

  @Test
  void readsTheDatabaseOfTheSystem() throws IOException {
    Files.createDirectory(database.resolve("Area"));
    Files.write(database.resolve("Area/Place"), zoneFile());
    Zone zone = find("Area/Place");
    assertThat(zone.name()).isEqualTo("Area/Place");
    assertThat(zone.at(999)).isEqualTo(new Zone.Period("ABC", 3600, false));
    assertThat(zone.at(1000)).isEqualTo(new Zone.Period("DEF", 7200, true));
    assertThat(zone.offsetOf("ABC", 0)).isEqualTo(3600);
    assertThat(zone.offsetOf("XYZ", 0)).isNull();
    assertThat(zone.toUtc(1_000_000)).isEqualTo(1_000_000 - 7200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../zone", "/etc/localtime", "\\zone", "Area", "none", "a\0b", "GMT+2"})
  void findsNothingElse(String name) throws IOException {
    Files.createDirectory(database.resolve("Area"));
    Files.write(database.resolveSibling("zone"), zoneFile());
    assertThat(find(name)).isNull();
    Files.delete(database.resolveSibling("zone"));
  }

  @Test
  void takesABrokenFileForNone() throws IOException {
    byte[] whole = zoneFile();
    for (int length = 0; length < whole.length; length++) {
      Files.write(database.resolve("broken"), Arrays.copyOf(whole, length));
      assertThat(find("broken")).as("first %d bytes", length).isNull();
    }
    for (int i = 20; i < 44; i++) {
      byte[] damaged = whole.clone();
      damaged[i] = -1;
      Files.write(database.resolve("broken"), damaged);
      assertThat(find("broken")).as("damaged at %d", i).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin,    CET, 3600,   CEST, 7200",
    "America/New_York, EST, -18000, EDT,  -14400",
    "Asia/Kolkata,     IST, 19800,  IST,  19800",
  })
  void usesTheJdkWhereTheSystemHasNoDatabase(
      String name, String winter, int winterOffset, String summer, int summerOffset) {
    Zone zone = new Zones(List.of()).find(name, ZoneOffset.UTC);
    assertThat(zone.name()).isEqualTo(name);
    assertThat(zone.at(WINTER)).isEqualTo(new Zone.Period(winter, winterOffset, false));
    assertThat(zone.at(SUMMER).name()).isEqualTo(summer);
    assertThat(zone.at(SUMMER).offset()).isEqualTo(summerOffset);
    assertThat(zone.offsetOf(summer, SUMMER)).isEqualTo(summerOffset);
    assertThat(zone.offsetOf(winter, SUMMER)).isEqualTo(winterOffset);
    assertThat(new Zones(List.of()).find("GMT+2", ZoneOffset.UTC)).isNull();
    assertThat(zone.at(Long.MAX_VALUE).name()).isIn(winter, summer);
  }

  @ParameterizedTest
  @CsvSource({"UTC, UTC, 0", "Z, UTC, 0", "+02:00, '', 7200", "Europe/Berlin, CET, 3600"})
  void takesItsLocalZoneFromJava(String id, String name, int offset) {
    Zone zone = new Zones(List.of()).find("Local", ZoneId.of(id));
    assertThat(zone.name()).isEqualTo("Local");
    assertThat(zone.at(WINTER)).isEqualTo(new Zone.Period(name, offset, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTC0                          | 0           | UTC 0
          <+0530>-5:30                  | 0           | +0530 19800
          EST5EDT,M3.2.0,M11.1.0        | 1741503599  | EST -18000
          EST5EDT,M3.2.0,M11.1.0        | 1741503600  | EDT -14400
          EST5EDT,M3.2.0,M11.1.0        | 1762063199  | EDT -14400
          EST5EDT,M3.2.0,M11.1.0        | 1762063200  | EST -18000
          AEST-10AEDT,M10.1.0,M4.1.0/3  | 1735689600  | AEDT 39600
          AEST-10AEDT,M10.1.0,M4.1.0/3  | 1751328000  | AEST 36000
          A0B,J60/0,J61/0               | 1709251200  | B 3600
          A0B,J60/0,J61/0               | 1740787200  | B 3600
          A0B,J60/0,J61/0               | 1740787199  | A 0
          A0B,59/0,60/0                 | 1709164800  | B 3600
          A0B-2:30,0/0,364/25           | 1741503599  | B 9000
          """)
  void followsYearlyRules(String rule, long seconds, String expected) {
    Zone.Period period = YearlyRule.parse(rule).at(seconds);
    assertThat(period.name() + " " + period.offset()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CET", "CET-1CEST", "CET-1CEST,M3", "CET-1CEST,M3.5.0", "<CET-1"})
  void knowsWhatIsNoRule(String rule) {
    assertThat(YearlyRule.parse(rule)).isNull();
  }
}
