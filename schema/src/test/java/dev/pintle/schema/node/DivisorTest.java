package dev.pintle.schema.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisorTest {

  private static final String[] VALUES = {
    "0", "1", "-1", "3", "100", "-2.5", "0.015", "1e300", "7e-300", "123456789012345680000"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "2", "3", "100", "1e3", "0.01", "2.5", "7e-300", "1e-320", "3e300", "1e301"})
  void saysWhatDivisionDoes(String divisor) {
    Budget budget = new Budget(Limits.defaults(), "dividing");
    for (String value : VALUES) {
      BigDecimal number = new BigDecimal(value);
      boolean expected = number.remainder(new BigDecimal(divisor)).signum() == 0;
      assertThat(Divisor.of(new BigDecimal(divisor)).divides(JsonNumbers.of(number), budget))
          .as("%s of %s", value, divisor)
          .isEqualTo(expected);
    }
  }
}
