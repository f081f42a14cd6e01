package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.render.function.standard.StandardFunctions;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFunctionsTest {

  private final FunctionTable table =
      new FunctionTable(
          StandardFunctions.all().with(Function.of("int64", Param.INT64, number -> number)));

  @TestFactory
  Stream<DynamicTest> doAsInGo() {
    return table.read("dates-utc.txt");
  }

  @TestFactory
  Stream<DynamicTest> doAsInGoInAnotherZone() {
    return table.read("dates-berlin.txt");
  }

  /** What the real functions give changes with the clock; here it stands still. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      textBlock =
          """
          now                                          | time.Time 2024-02-29 12:34:56.789 +0000 UTC m=+0.000000000
          (now).Year                                   | int 2024
          (now).Format "15:04:05.000"                  | "12:34:56.789"
          date "2006-01-02" now                        | "2024-02-29"
          date "2006-01-02" "not a time"               | "2024-02-29"
          date "2006-01-02" 1136214245.0               | "2024-02-29"
          dateInZone "15:04 MST" now "America/New_York" | "07:34 EST"
          htmlDate nil                                 | "2024-02-29"
          dateModify "-1h" now                         | time.Time 2024-02-29 11:34:56.789 +0000 UTC m=+0.000000000
          (now).UTC                                    | time.Time 2024-02-29 12:34:56.789 +0000 UTC m=+0.000000000
          (now).AddDate 0 0 1                          | time.Time 2024-03-01 12:34:56.789 +0000 UTC
          ago (toDate "2006-01-02" "2024-02-29")       | "12h34m57s"
          ago 1709210095                               | "2s"
          ago nil                                      | "0s"
          ago (toDate "2006-01-02" "2024-03-01")       | "-11h25m3s"
          ago (toDate "2006-01-02" "x")                | "2562047h47m16.854775807s"
          durationRound (toDate "2006-01-02" "2024-02-01") | "28d"
          unixEpoch now                                | "1709210096"
          """)
  void readTheClockOfTheExecution(String call, String result) {
    assertThat(table.run(call, "UTC")).isEqualTo("= " + result);
  }
}
