package dev.pintle.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Writes tar archives for tests, also such as no good program would write. */
final class TarArchive {

  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  /** An archive with a good {@code Chart.yaml}. */
  static TarArchive ofChart() {
    return new TarArchive().with("app/Chart.yaml", ChartFolder.CHART_YAML);
  }

  TarArchive with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  TarArchive with(String name, byte[] content) {
    return entry(name, '0', "", content.length, content);
  }

  TarArchive withLink(String name, char type, String target) {
    return entry(name, type, target, 0, new byte[0]);
  }

  /** An entry whose header says another size than its content has. */
  TarArchive entry(String name, char type, String link, long size, byte[] content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, String.format("%011o", size));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 157, link);
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    tar.writeBytes(header);
    tar.writeBytes(content);
    tar.writeBytes(new byte[-content.length & 511]);
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** The archive as it is up to here, without an end. */
  byte[] unfinished() {
    return tar.toByteArray();
  }

  byte[] packed() {
    return gzip(Arrays.copyOf(tar.toByteArray(), tar.size() + 1024));
  }

  static byte[] gzip(byte[] data) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
