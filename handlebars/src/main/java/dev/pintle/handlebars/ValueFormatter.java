package dev.pintle.handlebars;

import com.github.jknack.handlebars.Formatter;
import dev.pintle.go.fmt.GoFormat;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.values.GoObject;

/**
 * Prints values as {@code {{ . }}} prints them in a Go template; nil is nothing, as Helm has it.
 */
final class ValueFormatter implements Formatter {

  private static final long MAX_CHARS = Limits.defaults().of(Limit.RESULT_BYTES);

  @Override
  public Object format(Object value, Chain next) {
    Object known = ChartValues.of(value);
    if (known == null || known instanceof String) {
      return known == null ? "" : known;
    } else if (known instanceof GoObject object) {
      return object.goString();
    }
    StringBuilder text = new StringBuilder();
    try {
      GoFormat.append(text, known, ValueFormatter::check);
    } catch (LimitException e) {
      throw new Failure(e.getMessage(), e, null, false);
    }
    return text.toString();
  }

  private static void check(long length) {
    if (length > MAX_CHARS) {
      throw new LimitException("a value has more than " + MAX_CHARS + " characters");
    }
  }
}
