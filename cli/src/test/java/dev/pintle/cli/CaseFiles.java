package dev.pintle.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** The files of a {@link FeatureCase}, some of which are in archives. */
final class CaseFiles {

  private static final String BASE64 = " base64";
  private static final String ARCHIVE = ".tgz/";
  private static final int TAR_BLOCK = 512;

  private final Path directory;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, Map<String, byte[]>> archives = new LinkedHashMap<>();

  CaseFiles(Path directory) {
    this.directory = directory;
  }

  void add(String name, String text) {
    if (name.endsWith(BASE64)) {
      String path = name.substring(0, name.length() - BASE64.length());
      files.put(path, Base64.getMimeDecoder().decode(text));
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int inside = name.indexOf(ARCHIVE);
    if (inside < 0) {
      files.put(name, bytes);
    } else {
      int end = inside + ARCHIVE.length();
      archives
          .computeIfAbsent(name.substring(0, end - 1), archive -> new LinkedHashMap<>())
          .put(name.substring(end), bytes);
    }
  }

  void write() throws IOException {
    archives.forEach((name, content) -> files.put(name, archive(content)));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = directory.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  private static byte[] archive(Map<String, byte[]> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream tar = new GZIPOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : content.entrySet()) {
        byte[] data = file.getValue();
        tar.write(header(file.getKey(), data.length));
        tar.write(Arrays.copyOf(data, (data.length + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK));
      }
      tar.write(new byte[2 * TAR_BLOCK]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The header of a plain file in the oldest form of tar. */
  private static byte[] header(String name, int size) {
    ByteBuffer header = ByteBuffer.allocate(TAR_BLOCK);
    header.put(0, name.getBytes(StandardCharsets.UTF_8));
    header.put(100, "0000644".getBytes(StandardCharsets.US_ASCII));
    header.put(124, "%011o".formatted(size).getBytes(StandardCharsets.US_ASCII));
    header.put(136, "%011o".formatted(0).getBytes(StandardCharsets.US_ASCII));
    header.put(148, " ".repeat(8).getBytes(StandardCharsets.US_ASCII));
    header.put(156, (byte) '0');
    int sum = 0;
    for (byte b : header.array()) {
      sum += b & 0xFF;
    }
    header.put(148, "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }
}
