package dev.pintle.chart;

/**
 * How much a chart may hold. The first two are Helm's; the others keep an archive from a stranger
 * from costing more than it looks like.
 *
 * @param fileBytes size of one file, unpacked
 * @param chartBytes size of all files together, unpacked
 * @param files number of files
 * @param expansion how many times larger than packed an archive may be; checked from 1 MiB on
 * @param depth nesting of charts in charts
 */
public record LoadLimits(long fileBytes, long chartBytes, int files, int expansion, int depth) {

  /** Helm's 5 MiB per file and 100 MiB per chart; 20,000 files; 200 times; 64 deep. */
  public static LoadLimits defaults() {
    return new LoadLimits(5L << 20, 100L << 20, 20_000, 200, 64);
  }
}
