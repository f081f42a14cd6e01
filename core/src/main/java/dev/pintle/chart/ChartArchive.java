package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import dev.pintle.values.GoQuotes;
import java.io.BufferedInputStream;
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
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the files of a chart's archive, a tar file packed with gzip, in the order they have there.
 *
 * <p>The first part of each name, the chart's own directory, is cut off. Nothing is ever written to
 * disk; names that would lead out of the chart's directory are refused all the same.
 */
final class ChartArchive {

  /** The message for what is not packed with gzip at all. */
  static final String NO_GZIP = "gzip: invalid header";

  private static final Pattern DRIVE = Pattern.compile("^[a-zA-Z]:/.*", Pattern.DOTALL);

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
    try {
      List<ChartFile> files = archive.files();
      if (files.isEmpty()) {
        throw archive.fault("no files in chart archive");
      }
      return files;
    } catch (EOFException e) {
      throw archive.fault("unexpected EOF", e);
    } catch (ZipException e) {
      throw archive.fault(NO_GZIP, e);
    } catch (IOException e) {
      throw archive.fault("archive/tar: invalid tar header", e);
    }
  }

  private List<ChartFile> files() throws IOException {
    List<ChartFile> files = new ArrayList<>();
    InputStream unpacked = new CountedStream(new GZIPInputStream(packed), this::checkSize);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new BufferedInputStream(unpacked), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.add(file(tar, entry));
        }
      }
    }
    return files;
  }

  /** Counts everything, also what holds no file: headers, links, and what is skipped. */
  private void checkSize(long unpackedBytes) {
    budget.checkArchive(path, packed.count, unpackedBytes);
  }

  private ChartFile file(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    String name = nameInChart(entry.getName());
    refuseWhatIsNoFile(entry, name);
    budget.takeFile(path, entry.getSize());
    if (entry.getSize() > budget.fileBytes()) {
      throw LoadBudget.exceeded(
          path,
          "decompressed chart file "
              + GoQuotes.quote(entry.getName())
              + " is larger than the maximum file size "
              + budget.fileBytes());
    }
    byte[] data = tar.readNBytes((int) entry.getSize());
    if (data.length < entry.getSize()) {
      throw new EOFException();
    }
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
    if (DRIVE.matcher(clean).matches()) {
      throw fault("chart contains illegally named files");
    }
    if (first >= 0 && entryName.substring(0, first).equals("Chart.yaml")) {
      throw fault("chart yaml not in base directory");
    }
    return clean;
  }

  /** Go's {@code path.Clean} of a relative path. */
  static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return parts.isEmpty() ? "." : String.join("/", parts);
  }

  /** A link inside the chart is an empty file, as for Helm; one that leads out is refused. */
  private void refuseWhatIsNoFile(TarArchiveEntry entry, String name) {
    if (entry.isSymbolicLink()) {
      int parent = name.lastIndexOf('/');
      String target =
          parent < 0 ? entry.getLinkName() : name.substring(0, parent) + "/" + entry.getLinkName();
      if (entry.getLinkName().startsWith("/") || clean(target).startsWith("..")) {
        throw fault("link in chart archive leads out of the chart: " + entry.getLinkName());
      }
    } else if (entry.isLink()) {
      if (entry.getLinkName().startsWith("/") || clean(entry.getLinkName()).startsWith("..")) {
        throw fault("link in chart archive leads out of the chart: " + entry.getLinkName());
      }
    } else if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
      throw fault("chart archive holds a device: " + entry.getName());
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
