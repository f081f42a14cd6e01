package dev.pintle.go.regexp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pattern may cost; what it matches is in the table of the template functions. */
class GoRegexTest {

  private static final Limits GENEROUS =
      Limits.defaults().with(Limit.PATTERN_LENGTH, 1 << 20).with(Limit.PATTERN_STEPS, 1 << 30);

  private static Budget withSteps(long steps) {
    return new Budget(
        Limits.defaults().with(Limit.STEPS, steps).with(Limit.RESULT_BYTES, 1 << 20), "matching");
  }

  @Test
  void takesLinearTimeWhereOthersBacktrack() throws RegexSyntaxException {
    GoRegex regex = GoRegex.compile("(x+x+)+y");
    assertThat(regex.matches("x".repeat(100_000), withSteps(1_000_000))).isFalse();
  }

  @Test
  void countsMatchingAsWork() throws RegexSyntaxException {
    GoRegex regex = GoRegex.compile("(a|b){900}c");
    String text = "ab".repeat(100_000);
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> regex.matches(text, withSteps(1000)))
        .withMessage("matching took more than 1000 steps");
  }

  @Test
  void aLargeProgramCountsMoreThanASmallOne() throws RegexSyntaxException {
    String text = "ab".repeat(50_000);
    GoRegex small = GoRegex.compile("(a|b|ab|ba)c");
    assertThat(small.matches(text, withSteps(400_000))).isFalse();
    GoRegex large = GoRegex.compile("(a|b|ab|ba){200}c");
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> large.matches(text, withSteps(400_000)));
  }

  @Test
  void countsWhatAReplacementBuilds() throws RegexSyntaxException {
    GoRegex regex = GoRegex.compile("");
    String text = "x".repeat(2000);
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> regex.replaceAllLiteral(text, "y".repeat(2000), withSteps(1_000_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "(,    a, ),   1001,   expression nests too deeply",
    "'',   '', .{1000}, 4000, expression too large",
    "(?:,  a, ){100},  3,  invalid repeat count",
  })
  void refusesPatternsThatAreTooLarge(
      String open, String inside, String close, int times, String message) {
    String pattern = open.repeat(times) + inside + close.repeat(times);
    assertThatExceptionOfType(RegexSyntaxException.class)
        .isThrownBy(() -> GoRegex.compile(pattern, GENEROUS))
        .withMessageStartingWith("error parsing regexp: " + message);
  }

  @Test
  void endsInAnErrorWhereAPatternWouldExhaustTheStack() throws RegexSyntaxException {
    GoRegex regex = GoRegex.compile("a?".repeat(200_000), GENEROUS);
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> regex.matches("b", withSteps(1_000_000)));
  }

  @Test
  void keepsCompiledPatterns() throws RegexSyntaxException {
    RegexCache cache = new RegexCache();
    Budget budget = new Budget(Limits.defaults(), "matching");
    GoRegex first = cache.get("a+", budget);
    assertThat(cache.get("a+", budget)).isSameAs(first);
    for (int i = 0; i < 2000; i++) {
      cache.get("a" + i, budget);
    }
    assertThat(cache.get("a+", budget)).isNotSameAs(first);
    assertThatExceptionOfType(RegexSyntaxException.class).isThrownBy(() -> cache.get("[", budget));
  }
}
