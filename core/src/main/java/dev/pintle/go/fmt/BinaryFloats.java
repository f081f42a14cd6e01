package dev.pintle.go.fmt;

import dev.pintle.go.strconv.GoNumbers;

/** The forms of a float that are powers of two: {@code %b}, {@code %x} and {@code %X}. */
final class BinaryFloats {

  private static final int FRACTION_BITS = 52;
  private static final int EXPONENT_BIAS = 1023;

  private BinaryFloats() {}

  /** Go's {@code strconv.FormatFloat} with {@code b}, {@code x} or {@code X}. */
  static String format(double value, char form, int precision) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return GoNumbers.format(value, 'g', GoNumbers.SHORTEST);
    }
    long bits = Double.doubleToRawLongBits(value);
    String sign = bits < 0 ? "-" : "";
    long fraction = bits & (1L << FRACTION_BITS) - 1;
    int exponent = (int) (bits >>> FRACTION_BITS & 0x7FF);
    if (exponent == 0) {
      exponent = 1;
    } else {
      fraction |= 1L << FRACTION_BITS;
    }
    exponent -= EXPONENT_BIAS;
    if (form == 'b') {
      int power = exponent - FRACTION_BITS;
      return sign + fraction + 'p' + (power < 0 ? "" : "+") + power;
    }
    String text = sign + hexadecimal(fraction, exponent, precision);
    return form == 'X' ? text.toUpperCase(java.util.Locale.ROOT) : text;
  }

  private static String hexadecimal(long fraction, int exponent, int precision) {
    // The leading 1 goes to bit 60, so that 15 hexadecimal digits follow it.
    long mantissa = fraction << 60 - FRACTION_BITS;
    int power = fraction == 0 ? 0 : exponent;
    while (mantissa != 0 && (mantissa & 1L << 60) == 0) {
      mantissa <<= 1;
      power--;
    }
    if (precision >= 0 && precision < 15) {
      int shift = precision * 4;
      long extra = mantissa << shift & (1L << 60) - 1;
      mantissa >>>= 60 - shift;
      if ((extra | mantissa & 1) > 1L << 59) {
        mantissa++;
      }
      mantissa <<= 60 - shift;
      if ((mantissa & 1L << 61) != 0) {
        mantissa >>>= 1;
        power++;
      }
    }
    StringBuilder text = new StringBuilder("0x").append(mantissa >>> 60 & 1);
    long digits = mantissa << 4;
    if (precision != 0 && (precision > 0 || digits != 0)) {
      text.append('.');
      for (int i = 0; precision < 0 ? digits != 0 : i < precision; i++) {
        text.append(Character.forDigit((int) (digits >>> 60), 16));
        digits <<= 4;
      }
    }
    text.append('p').append(power < 0 ? '-' : '+');
    int magnitude = Math.abs(power);
    return text.append(magnitude < 10 ? "0" : "").append(magnitude).toString();
  }
}
