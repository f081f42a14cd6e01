package dev.pintle.schema.format;

import dev.pintle.go.regexp.GoRegex;
import dev.pintle.go.regexp.RegexSyntaxException;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;

/** Regular expressions as Go has them. Only their size tells what compiling one takes. */
public final class RegexFormat implements FormatCheck {

  /** What compiling takes for each step of a program. */
  private static final int STEPS_PER_STEP = 4;

  @Override
  public void check(String text) throws FormatException {
    check(text, new Budget(Limits.defaults(), "compiling a regular expression"));
  }

  @Override
  public void check(String text, Budget budget) throws FormatException {
    try {
      compile(text, budget);
    } catch (RegexSyntaxException malformed) {
      throw new FormatException(malformed.getMessage());
    }
  }

  /**
   * A compiled expression.
   *
   * @throws RegexSyntaxException with Go's message if it is none
   */
  public static GoRegex compile(String text, Budget budget) throws RegexSyntaxException {
    budget.worked(1 + text.length());
    GoRegex regex = GoRegex.compile(text, budget.limits());
    budget.worked((long) regex.programSize() * STEPS_PER_STEP);
    return regex;
  }
}
