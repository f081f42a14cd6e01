package dev.pintle.apply.fabric8.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerClockTest {

  private static final Duration A_TEST_TAKES_LESS = Duration.ofMinutes(10);

  private final ServerClock clock = new ServerClock();

  @Test
  void isOursUntilTheServerSaysAnother() {
    clock.note(null, Instant.now());
    clock.note("yesterday", Instant.now());

    assertThat(Duration.between(Instant.now(), clock.now()).abs()).isLessThan(A_TEST_TAKES_LESS);
  }

  @Test
  void isTheServers() {
    Instant server = Instant.parse("2001-02-03T04:05:06Z");

    clock.note("Sat, 03 Feb 2001 04:05:06 GMT", Instant.now());
    clock.note("Sat, 03 Feb 2001 04:05:06 GMT", Instant.now());

    assertThat(clock.now()).isBetween(server, server.plus(A_TEST_TAKES_LESS));
  }

  @Test
  void goesWithTheServersWhenThatIsSet() {
    Instant server = Instant.parse("2031-02-03T04:05:06Z");
    clock.note("Sat, 03 Feb 2001 04:05:06 GMT", Instant.now());

    clock.note("Mon, 03 Feb 2031 04:05:06 GMT", Instant.now());

    assertThat(clock.now()).isBetween(server, server.plus(A_TEST_TAKES_LESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "Sat, 30 Feb 2001 04:05:06 GMT",
        "Thu, 01 Jan +999999999 00:00:00 GMT",
        "Fri, 01 Jan 9999 00:00:00 GMT",
        "Fri, 01 Jan -9999 00:00:00 GMT"
      })
  void timesThatAreNoneAreNotTaken(String date) {
    clock.note(date, Instant.now());
    clock.note("1".repeat(100_000), Instant.now());

    assertThat(Duration.between(Instant.now(), clock.now()).abs()).isLessThan(A_TEST_TAKES_LESS);
  }
}
