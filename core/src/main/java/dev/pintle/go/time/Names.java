package dev.pintle.go.time;

import java.util.List;

/** The English names that Go uses, in every locale. */
public final class Names {

  /** From Sunday on. */
  public static final List<String> WEEKDAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  /** From January on. */
  public static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private Names() {}
}
