package dev.pintle.apply.fabric8.ready;

import dev.pintle.go.strings.TextParts;

/** Numbers that Kubernetes takes as they are or as a percentage: {@code 2}, {@code "25%"}. */
final class Share {

  private Share() {}

  /**
   * The number.
   *
   * @param value as the API has it; null counts as 0
   * @param of what is 100%
   * @param up whether a fraction counts as one more
   * @return what is given as the whole if the value is neither a number nor a percentage
   */
  static long of(Object value, long of, boolean up) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    String text = value.toString();
    if (!text.endsWith("%") || !TextParts.isNumber(text.substring(0, text.length() - 1), 9)) {
      return of;
    }
    long hundredths = Long.parseLong(text.substring(0, text.length() - 1)) * of;
    return up ? (hundredths + 99) / 100 : hundredths / 100;
  }
}
