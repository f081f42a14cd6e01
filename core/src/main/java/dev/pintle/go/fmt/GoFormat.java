package dev.pintle.go.fmt;

import dev.pintle.go.strconv.GoNumbers;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.GoInt;
import java.util.function.LongConsumer;

/**
 * Go's {@code fmt} package over template values: {@code Sprint}, {@code Sprintln}, {@code Sprintf}
 * and {@code %v}.
 *
 * <p>Nothing is an error here: like Go, a wrong verb or a missing operand is said in the text
 * ({@code %!d(string=x)}, {@code %!v(MISSING)}). A small value can have a very long text, if it
 * holds one part many times or a width is asked for; what takes a {@code growth} tells it the
 * length so far, before the text grows, and lets through what that throws. Stateless, safe for any
 * number of threads.
 */
public final class GoFormat {

  /** What holds where no execution is at hand to set a limit. */
  private static final int LONGEST = Limits.defaults().intOf(Limit.RESULT_BYTES);

  private GoFormat() {}

  /** Go's {@code fmt.Sprint}: a space between two operands of which neither is a string. */
  public static String sprint(LongConsumer growth, Object... operands) {
    if (operands.length == 1 && operands[0] instanceof String text) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    boolean afterString = true;
    for (Object operand : operands) {
      boolean isString = ValueFormatter.isString(operand);
      if (!isString && !afterString) {
        out.append(' ');
      }
      append(out, operand, growth);
      afterString = isString;
    }
    return out.toString();
  }

  /** Go's {@code fmt.Sprintln}: a space between all operands, a newline at the end. */
  public static String sprintln(LongConsumer growth, Object... operands) {
    StringBuilder out = new StringBuilder();
    String separator = "";
    for (Object operand : operands) {
      append(out.append(separator), operand, growth);
      separator = " ";
    }
    return out.append('\n').toString();
  }

  /** Go's {@code fmt.Sprintf}, with its verbs, flags and ways to say that something is wrong. */
  public static String sprintf(LongConsumer growth, String format, Object... operands) {
    if (format.indexOf('%') < 0 && operands.length == 0) {
      return format;
    }
    StringBuilder out = new StringBuilder(format.length() + 16 * operands.length);
    new FormatString(format, operands, out, growth).run();
    return out.toString();
  }

  /** {@code Sprintf} for texts that are long by mistake only. */
  public static String sprintf(String format, Object... operands) {
    return sprintf(GoFormat::check, format, operands);
  }

  private static void check(long length) {
    if (length > LONGEST) {
      throw new LimitException("a value would be printed on more than " + LONGEST + " characters");
    }
  }

  /**
   * What {@code %v} gives for a value, {@code <nil>}, {@code map[a:1 b:[x y]]}, {@code 1e+06}, for
   * values that are long by mistake only.
   */
  public static String toString(Object value) {
    return toString(value, GoFormat::check);
  }

  /** The same; growth is told how long the text becomes. */
  public static String toString(Object value, LongConsumer growth) {
    if (value instanceof String text) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    append(out, value, growth);
    return out.toString();
  }

  /** Appends what {@code %v} gives for a value; growth is told the length of the whole output. */
  public static void append(StringBuilder out, Object value, LongConsumer growth) {
    if (value instanceof String text) {
      out.append(text);
    } else if (value instanceof Double number) {
      GoNumbers.append(out, number, 'g', GoNumbers.SHORTEST);
    } else if (value instanceof GoInt || value instanceof Long) {
      out.append(((Number) value).longValue());
    } else if (value instanceof Boolean bool) {
      out.append(bool.booleanValue());
    } else {
      new ValueFormatter(new Directive(out, growth)).format(value, 'v');
    }
  }
}
