package dev.pintle.chart;

import dev.pintle.values.GoStrings;

/**
 * One file of a chart.
 *
 * @param name its path in the chart, with {@code /}
 * @param data its bytes, without a byte order mark; do not change them
 */
public record ChartFile(String name, byte[] data) {

  /** Its content as text; bytes that are not UTF-8 are kept as {@link GoStrings} keeps them. */
  public String text() {
    return GoStrings.fromBytes(data);
  }
}
