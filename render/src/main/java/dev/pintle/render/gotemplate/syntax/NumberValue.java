package dev.pintle.render.gotemplate.syntax;

/**
 * What a written number stands for, in every type that can hold it: Go's ideal constants.
 *
 * @param kind the type that it takes where none is asked for
 * @param asInt its value as an {@code int64}, or null if that cannot hold it
 * @param asUint its value as the bits of a {@code uint64}, or null if that cannot hold it
 * @param asFloat its value as a {@code float64}, or null if that cannot hold it
 * @param asComplex its value as a {@code complex128}; null unless it is written as one
 */
public record NumberValue(Kind kind, Long asInt, Long asUint, Double asFloat, Complex asComplex) {

  /** The type that a number takes where none is asked for. */
  public enum Kind {
    INT,
    /** Only a {@code uint64} can hold it: Go says that it overflows {@code int}. */
    TOO_LARGE_FOR_INT,
    FLOAT,
    COMPLEX
  }

  /** A {@code complex128}. */
  public record Complex(double real, double imaginary) {}
}
