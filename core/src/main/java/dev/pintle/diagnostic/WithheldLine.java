package dev.pintle.diagnostic;

/**
 * A line that may hold a value of the user's: of what was rendered, of a values file, of a flag. It
 * is kept back until somebody asks for it by {@link #reveal}; printing it, or what it is in, does
 * not show it. Immutable.
 */
public final class WithheldLine {

  private final String line;

  private WithheldLine(String line) {
    this.line = line;
  }

  /** Keeps a line back; null if there is none. */
  static WithheldLine of(String line) {
    return line == null ? null : new WithheldLine(line);
  }

  /** The line itself. Whoever asks answers for where it is shown. */
  public String reveal() {
    return line;
  }

  @Override
  public String toString() {
    return "(withheld)";
  }
}
