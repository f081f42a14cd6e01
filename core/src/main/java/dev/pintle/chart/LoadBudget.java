package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;

/** What one loading may still take of its {@link Limits}; charts in charts share it. */
final class LoadBudget {

  private static final long RATIO_CHECKED_FROM = 1L << 20;

  /** A header, a longer name, and what fills the last block. */
  private static final long TAR_OVERHEAD = 2048;

  private final Limits limits;
  private long bytesLeft;
  private long filesLeft;

  LoadBudget(Limits limits) {
    this.limits = limits;
    this.bytesLeft = limits.of(Limit.CHART_BYTES);
    this.filesLeft = limits.of(Limit.CHART_FILES);
  }

  Limits limits() {
    return limits;
  }

  long fileBytes() {
    return limits.of(Limit.FILE_BYTES);
  }

  /** Takes a file of that size, or refuses it. */
  void takeFile(String file, long size) {
    if (--filesLeft < 0) {
      throw exceeded(
          file, "chart has more than the maximum of " + limits.of(Limit.CHART_FILES) + " files");
    }
    if (size > bytesLeft) {
      throw exceeded(
          file,
          "decompressed chart is larger than the maximum size " + limits.of(Limit.CHART_BYTES));
    }
    bytesLeft -= size;
  }

  /** Refuses an archive that is too large as a whole, or grows out of all proportion. */
  void checkArchive(String archive, long packed, long unpacked) {
    if (unpacked > limits.of(Limit.CHART_BYTES) + limits.of(Limit.CHART_FILES) * TAR_OVERHEAD) {
      throw exceeded(
          archive,
          "decompressed chart is larger than the maximum size " + limits.of(Limit.CHART_BYTES));
    }
    if (unpacked > RATIO_CHECKED_FROM && unpacked / limits.of(Limit.ARCHIVE_EXPANSION) > packed) {
      throw exceeded(
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
          "", "charts are nested deeper than the maximum of " + limits.of(Limit.CHART_DEPTH));
    }
  }

  static ChartFileException exceeded(String file, String message) {
    return new ChartFileException(Diagnostic.Kind.LIMIT, message, new Position(file, 0, 0), null);
  }
}
