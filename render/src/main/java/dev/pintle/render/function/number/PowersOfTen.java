package dev.pintle.render.function.number;

/** Powers of ten to the last bit as Go's {@code math.Pow} computes them, which is not exact. */
final class PowersOfTen {

  private PowersOfTen() {}

  /** {@code math.Pow(10, exponent)}: by squaring, with the powers of two kept apart. */
  static double of(long exponent) {
    if (exponent == 0) {
      return 1;
    }
    double digits = 1;
    int power = 0;
    double square = 0.625; // 10 is 0.625 times 2 to the 4th
    int squarePower = 4;
    for (long bits = Math.abs((double) exponent) >= 0x1p62 ? 1L << 62 : Math.abs(exponent);
        bits != 0;
        bits >>= 1) {
      if (squarePower > 1 << 12) {
        power += squarePower;
        break;
      }
      if ((bits & 1) == 1) {
        digits *= square;
        power += squarePower;
      }
      square *= square;
      squarePower <<= 1;
      if (square < 0.5) {
        square += square;
        squarePower--;
      }
    }
    return exponent < 0 ? Math.scalb(1 / digits, -power) : Math.scalb(digits, power);
  }
}
