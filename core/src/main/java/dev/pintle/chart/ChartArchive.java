package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.go.gzip.GzipStream;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.TextParts;
import dev.pintle.limit.Limit;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

/**
 * Reads the files of a chart's archive, a tar file packed with gzip, in the order they have there.
 *
 * <p>The first part of each name, the chart's own directory, is cut off. Nothing is ever written to
 * disk; names that would lead out of the chart's directory are refused all the same.
 */
final class ChartArchive {

  private static final int GZIP_HEADER = 10;

  private final String path;
  private final LoadBudget budget;
  private final CountedStream packed;

  private ChartArchive(InputStream in, String path, LoadBudget budget) {
    this.packed = new CountedStream(in, unused -> {});
    this.path = path;
    this.budget = budget;
  }

  /** True if the bytes begin as gzip does. */
  static boolean isGzip(byte[] data) {
    return data.length >= 3 && data[0] == 0x1F && data[1] == (byte) 0x8B && data[2] == 8;
  }

  /**
   * Reads an archive.
   *
   * @param path how the user knows it, for messages
   * @throws ChartFileException if it is no good archive; the message is Helm's
   */
  static List<ChartFile> read(byte[] data, String path, LoadBudget budget) {
    ChartArchive archive = new ChartArchive(new ByteArrayInputStream(data), path, budget);
    try (InputStream unzipped = archive.unzip(data)) {
      List<ChartFile> files = archive.files(unzipped);
      if (files.isEmpty()) {
        throw archive.fault("no files in chart archive");
      }
      return files;
    } catch (EOFException e) {
      throw archive.fault("unexpected EOF", e);
    } catch (ZipException e) {
      throw archive.fault(e.getMessage(), e);
    } catch (TarException e) {
      throw archive.fault(e.getMessage(), e);
    } catch (IOException e) {
      throw archive.fault("unexpected EOF", e);
    }
  }

  private InputStream unzip(byte[] data) {
    try {
      return new GzipStream(packed);
    } catch (IOException e) {
      // Go reads the whole header before it looks at any of it.
      String cut = data.length == 0 ? "EOF" : "unexpected EOF";
      boolean isCut = data.length < GZIP_HEADER || e instanceof EOFException;
      throw fault(isCut ? cut : GzipStream.NO_GZIP, e);
    }
  }

  private List<ChartFile> files(InputStream unzipped) throws IOException {
    List<ChartFile> files = new ArrayList<>();
    TarReader tar = new TarReader(new CountedStream(unzipped, this::checkSize));
    for (TarReader.Entry entry = tar.next(); entry != null; entry = tar.next()) {
      if (!entry.isDirectory() && entry.type() != TarReader.GLOBAL) {
        files.add(file(tar, entry));
      }
    }
    return files;
  }

  /** Counts everything, also what holds no file: headers, links, and what is skipped. */
  private void checkSize(long unpackedBytes) {
    budget.checkArchive(path, packed.count, unpackedBytes);
  }

  private ChartFile file(TarReader tar, TarReader.Entry entry) throws IOException {
    String name = nameInChart(entry.name());
    refuseWhatIsNoFile(entry, name);
    budget.takeFile(path, entry.size());
    if (entry.size() > budget.fileBytes()) {
      throw LoadBudget.exceeded(
          Limit.FILE_BYTES,
          path,
          "decompressed chart file "
              + GoQuotes.quote(entry.name())
              + " is larger than the maximum file size "
              + budget.fileBytes());
    }
    byte[] data = tar.content((int) entry.size());
    return new ChartFile(name, ChartDirectory.withoutByteOrderMark(data));
  }

  /** The name without its first part; never absolute, never with {@code ..}. */
  private String nameInChart(String entryName) {
    // An archive made on Windows may have backslashes throughout.
    char separator = entryName.indexOf('\\') < 0 ? '/' : '\\';
    int first = entryName.indexOf(separator);
    String name = first < 0 ? "" : entryName.substring(first + 1).replace(separator, '/');
    if (name.startsWith("/") || entryName.startsWith("/")) {
      throw fault("chart illegally contains absolute paths");
    }
    String clean = clean(name);
    if (clean.equals(".")) {
      throw fault(
          "chart illegally contains content outside the base directory: "
              + GoQuotes.quote(entryName));
    }
    if (clean.startsWith("..") || entryName.startsWith(".." + separator)) {
      throw fault("chart illegally references parent directory");
    }
    if (hasDrive(clean)) {
      throw fault("chart contains illegally named files");
    }
    if (first >= 0 && entryName.substring(0, first).equals("Chart.yaml")) {
      throw fault("chart yaml not in base directory");
    }
    return clean;
  }

  private static boolean hasDrive(String path) {
    return path.startsWith(":/", 1)
        && TextParts.isAlphanumeric(path.charAt(0))
        && !TextParts.isDigit(path.charAt(0));
  }

  /** Go's {@code path.Clean} of a relative path. */
  static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : TextParts.split(path, '/')) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return parts.isEmpty() ? "." : String.join("/", parts);
  }

  /** A link inside the chart is an empty file, as for Helm; one that leads out is refused. */
  private void refuseWhatIsNoFile(TarReader.Entry entry, String name) {
    switch (entry.type()) {
      case TarReader.SYMBOLIC_LINK ->
          refuseIfOutside(name.substring(0, name.lastIndexOf('/') + 1), entry.linkName());
      case TarReader.HARD_LINK -> refuseIfOutside("", entry.linkName());
      case '3', '4', '6' -> throw fault("chart archive holds a device: " + entry.name());
      default -> {
        // A file.
      }
    }
  }

  private void refuseIfOutside(String directory, String target) {
    if (target.startsWith("/") || clean(directory + target).startsWith("..")) {
      throw fault("link in chart archive leads out of the chart: " + target);
    }
  }

  private ChartFileException fault(String message) {
    return fault(message, null);
  }

  private ChartFileException fault(String message, IOException cause) {
    return new ChartFileException(
        Diagnostic.Kind.ARCHIVE, message, new Position(path, 0, 0), cause);
  }

  /** Counts what was read, and tells. */
  private static final class CountedStream extends FilterInputStream {
    private final LongConsumer check;
    private long count;

    CountedStream(InputStream in, LongConsumer check) {
      super(in);
      this.check = check;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      add(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      add(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      add(skipped);
      return skipped;
    }

    private void add(long bytes) {
      count += bytes;
      check.accept(count);
    }
  }
}
