package dev.pintle.go.strconv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are what Go 1.26 prints. */
class GoNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "8080, 8080",
    "1.5, 1.5",
    "-0.25, -0.25",
    "999999, 999999",
    "1000000, 1e+06",
    "1234567, 1.234567e+06",
    "123456789, 1.23456789e+08",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "0.1, 0.1",
    "1e23, 1e+23",
    "9007199254740993, 9.007199254740992e+15",
    // Three that JDKs before 19 print longer, or not as near, as they could.
    "2e23, 2e+23",
    "4.9e-324, 5e-324",
    "5.684341886080802e-14, 5.684341886080802e-14",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "Infinity, +Inf",
    "-Infinity, -Inf",
    "NaN, NaN",
  })
  void printsFloatsShortest(double value, String go) {
    assertThat(GoNumbers.shortest(value)).isEqualTo(go);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000, 1000000",
    "1.5, 1.5",
    "-0.0, -0",
    "0.000001, 0.000001",
    "0.0000001, 1e-7",
    "1e-10, 1e-10",
    "123456789012345680000, 123456789012345680000",
    "1e21, 1e+21",
    "1.5e300, 1.5e+300",
    "9223372036854775807, 9223372036854776000",
  })
  void printsFloatsAsJsonDoes(double value, String go) {
    assertThat(GoNumbers.appendJson(new StringBuilder(), value)).hasToString(go);
  }

  @ParameterizedTest
  @CsvSource({
    "3.14159, f, 2, 3.14",
    "2.5, f, 0, 2",
    "3.5, f, 0, 4",
    "1e6, f, 3, 1000000.000",
    "1e21, f, -1, 1000000000000000000000",
    "0.000123, f, -1, 0.000123",
    "0, f, 2, 0.00",
    "3.14159, e, 2, 3.14e+00",
    "123456, E, 3, 1.235E+05",
    "0, e, -1, 0e+00",
    "1e-300, e, 0, 1e-300",
    "100000, g, 3, 1e+05",
    "123.456, g, 4, 123.5",
    "123.456, g, 0, 1e+02",
    "0.00001234, G, 2, 1.2E-05",
    "100, g, 10, 100",
    "0.1, e, 20, 1.00000000000000005551e-01",
  })
  void printsWithPrecision(double value, char form, int precision, String go) {
    assertThat(GoNumbers.format(value, form, precision)).isEqualTo(go);
  }

  @Test
  void appendsBehindWhatIsThere() {
    StringBuilder out = new StringBuilder("port=");
    assertThat(GoNumbers.append(out, -80.5, 'g', GoNumbers.SHORTEST)).hasToString("port=-80.5");
  }
}
