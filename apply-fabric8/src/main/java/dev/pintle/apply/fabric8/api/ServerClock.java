package dev.pintle.apply.fabric8.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The time at the server, as far as the {@code Date} of its answers tells it. Safe for use by
 * several threads.
 */
final class ServerClock {

  /** A clock that is wrong by more is no clock; times beyond cannot be told either. */
  private static final Duration MOST = Duration.ofDays(100 * 365);

  private Duration ahead = Duration.ZERO;
  private String lastDate;
  private Instant lastSecond = Instant.EPOCH;

  /** The server's time, as its last answer had it. */
  synchronized Instant now() {
    return Instant.now().plus(ahead);
  }

  /**
   * Notes what an answer says.
   *
   * @param date the header, or null if it has none
   * @param sent when the request was sent, by our clock
   */
  synchronized void note(String date, Instant sent) {
    if (date == null) {
      return;
    }
    if (!date.equals(lastDate)) { // hundreds of answers come in one second
      try {
        Instant said = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        if (said.isBefore(sent.minus(MOST)) || said.isAfter(sent.plus(MOST))) {
          return;
        }
        lastSecond = said;
        lastDate = date;
      } catch (DateTimeException unreadable) {
        return; // then our own clock has to do
      }
    }
    // The header has whole seconds: the server's time is between it and the next one.
    Duration least = Duration.between(Instant.now(), lastSecond);
    Duration most = Duration.between(sent, lastSecond).plusSeconds(1);
    ahead = ahead.compareTo(least) < 0 ? least : ahead.compareTo(most) > 0 ? most : ahead;
  }
}
