package dev.pintle.go.strconv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are what Go 1.26 reads and refuses. */
class GoNumberParserTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-17, -17",
    "+17, 17",
    "0x1F, 31",
    "-0X1f, -31",
    "017, 15",
    "0o17, 15",
    "0b101, 5",
    "1_000, 1000",
    "0x_1f, 31",
    "0_7, 7",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
  })
  void readsIntegersOfAnyBase(String text, long value) throws GoNumberException {
    assertThat(GoNumberParser.parseInt(text, 0, 64)).isEqualTo(value);
    assertThat(GoNumberParser.tryParseInt(text, 0)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "x, 10, 64, invalid syntax",
    "'', 10, 64, invalid syntax",
    "1.5, 10, 64, invalid syntax",
    "0x1F, 10, 64, invalid syntax",
    "1_000, 10, 64, invalid syntax",
    "08, 0, 64, invalid syntax",
    "0x, 0, 64, invalid syntax",
    "1__0, 0, 64, invalid syntax",
    "_1, 0, 64, invalid syntax",
    "--1, 10, 64, invalid syntax",
    "128, 10, 8, value out of range",
    "-129, 10, 8, value out of range",
    "9223372036854775808, 10, 64, value out of range",
    "99999999999999999999x, 10, 64, value out of range",
  })
  void refusesIntegersInGoWords(String text, int base, int bits, String reason) {
    GoNumberException refusal =
        catchThrowableOfType(
            GoNumberException.class, () -> GoNumberParser.parseInt(text, base, bits));
    assertThat(refusal)
        .hasMessage("strconv.ParseInt: parsing " + GoQuotes.quote(text) + ": " + reason);
    assertThat(refusal.isOutOfRange()).isEqualTo(reason.contains("range"));
  }

  @ParameterizedTest
  @CsvSource({"18446744073709551615, 10", "0xffffffffffffffff, 0"})
  void readsUnsignedIntegers(String text, int base) throws GoNumberException {
    assertThat(GoNumberParser.parseUint(text, base)).isEqualTo(-1);
    assertThat(GoNumberParser.tryParseUint(text, base)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1", "18446744073709551616", "a", ""})
  void refusesUnsignedIntegers(String text) {
    assertThat(GoNumberParser.tryParseUint(text, 10)).isNull();
  }

  @Test
  void atoiTakesDecimalsOnlyAndNamesItself() throws GoNumberException {
    assertThat(GoNumberParser.atoi("017")).isEqualTo(17);
    assertThat(catchThrowableOfType(GoNumberException.class, () -> GoNumberParser.atoi("0x10")))
        .hasMessage("strconv.Atoi: parsing \"0x10\": invalid syntax");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1.5, -1.5",
    "+.5, 0.5",
    "5., 5",
    "1e3, 1000",
    "1E-2, 0.01",
    "1_000.5, 1000.5",
    "0x1p4, 16",
    "0x.8p0, 0.5",
    "inf, Infinity",
    "-Infinity, -Infinity",
    "nAn, NaN",
    "1e-400, 0",
  })
  void readsFloats(String text, double value) throws GoNumberException {
    assertThat(GoNumberParser.parseFloat(text)).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @CsvSource({
    "'', invalid syntax",
    "., invalid syntax",
    "1e, invalid syntax",
    "0x1, invalid syntax",
    "1.5f, invalid syntax",
    "' 1', invalid syntax",
    "+nan, invalid syntax",
    "infi, invalid syntax",
    "\u0131nf, invalid syntax",
    "1_.5, invalid syntax",
    "1e400, value out of range",
    "-0x1p9999, value out of range",
  })
  void refusesFloatsInGoWords(String text, String reason) {
    assertThat(catchThrowableOfType(GoNumberException.class, () -> GoNumberParser.parseFloat(text)))
        .hasMessage("strconv.ParseFloat: parsing " + GoQuotes.quote(text) + ": " + reason);
    assertThat(GoNumberParser.tryParseFloat(text)).isNull();
  }
}
