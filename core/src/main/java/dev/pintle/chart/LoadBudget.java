package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;

/** What one loading may still take of its {@link LoadLimits}; charts in charts share it. */
final class LoadBudget {

  private static final long RATIO_CHECKED_FROM = 1L << 20;

  /** A header, a longer name, and what fills the last block. */
  private static final long TAR_OVERHEAD = 2048;

  private final LoadLimits limits;
  private long bytesLeft;
  private int filesLeft;

  LoadBudget(LoadLimits limits) {
    this.limits = limits;
    this.bytesLeft = limits.chartBytes();
    this.filesLeft = limits.files();
  }

  long fileBytes() {
    return limits.fileBytes();
  }

  /** Takes a file of that size, or refuses it. */
  void takeFile(String file, long size) {
    if (--filesLeft < 0) {
      throw exceeded(file, "chart has more than the maximum of " + limits.files() + " files");
    }
    if (size > bytesLeft) {
      throw exceeded(
          file, "decompressed chart is larger than the maximum size " + limits.chartBytes());
    }
    bytesLeft -= size;
  }

  /** Refuses an archive that is too large as a whole, or grows out of all proportion. */
  void checkArchive(String archive, long packed, long unpacked) {
    if (unpacked > limits.chartBytes() + limits.files() * TAR_OVERHEAD) {
      throw exceeded(
          archive, "decompressed chart is larger than the maximum size " + limits.chartBytes());
    }
    if (unpacked > RATIO_CHECKED_FROM && unpacked / limits.expansion() > packed) {
      throw exceeded(
          archive, "chart archive unpacks to more than " + limits.expansion() + " times its size");
    }
  }

  /** Refuses charts that are nested too deep. */
  void checkDepth(int depth) {
    if (depth > limits.depth()) {
      throw exceeded("", "charts are nested deeper than the maximum of " + limits.depth());
    }
  }

  static ChartFileException exceeded(String file, String message) {
    return new ChartFileException(Diagnostic.Kind.LIMIT, message, new Position(file, 0, 0), null);
  }
}
