package dev.pintle.chart;

import dev.pintle.go.strings.GoStrings;
import java.util.Objects;

/** One file of a chart. Immutable; safe to share between threads. */
public final class ChartFile {

  private final String name;
  private final byte[] data;

  /** The text once it was asked for: the same string each time, which knows its own hash. */
  private volatile String text;

  /**
   * A file.
   *
   * @param name its path in the chart, with {@code /}
   * @param data its bytes, without a byte order mark; not copied, do not change them
   */
  public ChartFile(String name, byte[] data) {
    this.name = Objects.requireNonNull(name);
    this.data = Objects.requireNonNull(data);
  }

  /** Its path in the chart, with {@code /}. */
  public String name() {
    return name;
  }

  /** Its bytes, without a byte order mark; do not change them. */
  public byte[] data() {
    return data;
  }

  /** Its content as text; bytes that are not UTF-8 are kept as {@link GoStrings} keeps them. */
  public String text() {
    String known = text;
    if (known == null) {
      known = GoStrings.fromBytes(data);
      text = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return name;
  }
}
