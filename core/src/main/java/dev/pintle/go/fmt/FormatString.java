package dev.pintle.go.fmt;

import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoType;
import java.util.function.LongConsumer;

/**
 * One run over a format string and its operands.
 *
 * <pre>
 * directive = "%" { flag } [ index ] [ width ] [ "." [ index ] [ precision ] ] [ index ] verb
 * flag      = "#" | "0" | "+" | "-" | " "
 * index     = "[" number "]"
 * width     = number | "*"
 * precision = number | "*"
 * </pre>
 */
final class FormatString {

  private static final int LARGEST_NUMBER = 1_000_000;

  private final String format;
  private final Object[] operands;
  private final StringBuilder out;
  private final Directive directive;
  private final ValueFormatter values;
  private int at;
  private int bracket;
  private int operand;
  private boolean reordered;
  private boolean indexIsGood;
  private boolean afterIndex;

  FormatString(String format, Object[] operands, StringBuilder out, LongConsumer growth) {
    this.format = format;
    this.operands = operands;
    this.out = out;
    this.directive = new Directive(out, growth);
    this.values = new ValueFormatter(directive);
  }

  void run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      directive.clear();
      indexIsGood = true;
      flags();
      index();
      width();
      precision();
      if (!afterIndex) {
        index();
      }
      verb();
    }
    if (!reordered && operand < operands.length) {
      extraOperands();
    }
  }

  private void flags() {
    for (; at < format.length(); at++) {
      switch (format.charAt(at)) {
        case '#' -> directive.sharp = true;
        case '0' -> directive.zero = true;
        case '+' -> directive.plus = true;
        case '-' -> directive.minus = true;
        case ' ' -> directive.space = true;
        default -> {
          return;
        }
      }
    }
  }

  private boolean accept(char c) {
    if (at < format.length() && format.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void index() {
    afterIndex = false;
    if (at >= format.length() || format.charAt(at) != '[') {
      return;
    }
    reordered = true;
    int close = nextBracket();
    if (close < 0 || format.length() - at < 3) {
      at++;
      indexIsGood = false;
      return;
    }
    at++;
    int number = number();
    afterIndex = number >= 0 && at == close;
    at = close + 1;
    if (afterIndex && number >= 1 && number <= operands.length) {
      operand = number - 1;
    } else {
      indexIsGood = false;
    }
  }

  /** Where the next index ends; looks at each character once in all. */
  private int nextBracket() {
    if (bracket >= 0 && bracket < at) {
      bracket = format.indexOf(']', at);
    }
    return bracket;
  }

  /** Reads digits; gives -1 if there are none or the number is absurd, which ends the format. */
  private int number() {
    int start = at;
    int number = 0;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      if (number > LARGEST_NUMBER) {
        at = format.length();
        return -1;
      }
      number = number * 10 + format.charAt(at++) - '0';
    }
    return at == start ? -1 : number;
  }

  private void width() {
    if (accept('*')) {
      Integer width = nextInteger();
      if (width == null) {
        out.append("%!(BADWIDTH)");
      } else if (width < 0) {
        directive.width = -width;
        directive.minus = true;
        directive.zero = false;
      } else {
        directive.width = width;
      }
      afterIndex = false;
      return;
    }
    directive.width = number();
    if (afterIndex && directive.width >= 0) {
      indexIsGood = false;
    }
  }

  private void precision() {
    if (at + 1 >= format.length() || format.charAt(at) != '.') {
      return;
    }
    at++;
    if (afterIndex) {
      indexIsGood = false;
    }
    index();
    if (accept('*')) {
      Integer precision = nextInteger();
      if (precision == null || precision < 0) {
        out.append("%!(BADPREC)");
      } else {
        directive.precision = precision;
      }
      afterIndex = false;
    } else {
      directive.precision = Math.max(number(), 0);
    }
  }

  /** The operand of a {@code *}; null if it is no integer, or an absurd one. */
  private Integer nextInteger() {
    if (operand >= operands.length) {
      return null;
    }
    Number number = ValueFormatter.integer(operands[operand++]);
    if (number == null
        || number.longValue() > LARGEST_NUMBER
        || number.longValue() < -LARGEST_NUMBER) {
      return null;
    }
    return number instanceof Byte ? number.intValue() & 0xFF : number.intValue();
  }

  private void verb() {
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    int verb = GoStrings.isEscape(format, at) ? 0xFFFD : format.codePointAt(at);
    at += Character.charCount(verb);
    if (verb == '%') {
      out.append('%');
    } else if (!indexIsGood) {
      out.append("%!").appendCodePoint(verb).append("(BADINDEX)");
    } else if (operand >= operands.length) {
      out.append("%!").appendCodePoint(verb).append("(MISSING)");
    } else {
      if (verb == 'v' || verb == 'w') {
        directive.takeFlagsOfV();
      }
      directive.grow(Math.max(directive.width, 0) + (long) Math.max(directive.precision, 0));
      values.format(operands[operand++], verb);
    }
  }

  private void extraOperands() {
    directive.clear();
    out.append("%!(EXTRA ");
    String separator = "";
    for (; operand < operands.length; operand++) {
      Object value = operands[operand];
      out.append(separator).append(GoType.nameOf(value));
      if (value != null) {
        out.append('=');
        values.format(value, 'v');
      }
      separator = ", ";
    }
    out.append(')');
  }
}
