package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;

/** What one loading may still take of its {@link Limits}; charts in charts share it. */
final class LoadBudget {

  private static final long RATIO_CHECKED_FROM = 1L << 20;

  /** A header, a longer name, and what fills the last block. */
  private static final long TAR_OVERHEAD = 2048;

  private static final int BYTES_PER_STEP = 1024;

  private final Limits limits;
  private final Budget steps;
  private long bytesLeft;
  private long filesLeft;

  LoadBudget(Limits limits) {
    this(new Budget(limits, "loading the chart"));
  }

  /** For a loading that is a part of more work. */
  LoadBudget(Budget steps) {
    this.steps = steps;
    this.limits = steps.limits();
    this.bytesLeft = limits.of(Limit.CHART_BYTES);
    this.filesLeft = limits.of(Limit.CHART_FILES);
  }

  /** Counts what the loading takes. */
  Budget steps() {
    return steps;
  }

  long fileBytes() {
    return limits.of(Limit.FILE_BYTES);
  }

  /** Takes a file of that size, or refuses it. */
  void takeFile(String file, long size) {
    steps.worked(1 + size / BYTES_PER_STEP);
    if (--filesLeft < 0) {
      throw exceeded(
          Limit.CHART_FILES,
          file,
          "chart has more than the maximum of " + limits.of(Limit.CHART_FILES) + " files");
    }
    if (size > bytesLeft) {
      throw exceeded(
          Limit.CHART_BYTES,
          file,
          "decompressed chart is larger than the maximum size " + limits.of(Limit.CHART_BYTES));
    }
    bytesLeft -= size;
  }

  /** Refuses an archive that is too large as a whole, or grows out of all proportion. */
  void checkArchive(String archive, long packed, long unpacked) {
    if (unpacked > limits.of(Limit.CHART_BYTES) + limits.of(Limit.CHART_FILES) * TAR_OVERHEAD) {
      throw exceeded(
          Limit.CHART_BYTES,
          archive,
          "decompressed chart is larger than the maximum size " + limits.of(Limit.CHART_BYTES));
    }
    if (unpacked > RATIO_CHECKED_FROM && unpacked / limits.of(Limit.ARCHIVE_EXPANSION) > packed) {
      throw exceeded(
          Limit.ARCHIVE_EXPANSION,
          archive,
          "chart archive unpacks to more than "
              + limits.of(Limit.ARCHIVE_EXPANSION)
              + " times its size");
    }
  }

  /** Refuses charts that are nested too deep. */
  void checkDepth(int depth) {
    if (depth > limits.of(Limit.CHART_DEPTH)) {
      throw exceeded(
          Limit.CHART_DEPTH,
          "",
          "charts are nested deeper than the maximum of " + limits.of(Limit.CHART_DEPTH));
    }
  }

  /** Says that a limit was passed, and in which file. */
  static ChartFileException exceeded(Limit limit, String file, String message) {
    return ChartFileException.of(
        message,
        limit.passed(Diagnostic.of(Diagnostic.Kind.LIMIT, message, new Position(file, 0, 0))));
  }
}
