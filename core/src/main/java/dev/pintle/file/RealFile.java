package dev.pintle.file;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file that is open for reading, and is a file: no device, pipe, socket or directory. How much is
 * read of it is bounded, whatever it says of its size, and however much it grows meanwhile.
 *
 * <p>Java does not tell what a stream was opened on. So the name is looked at before it is opened
 * (to open a pipe may take for ever) and after: what was exchanged in between is refused.
 *
 * <p>Used by one thread.
 */
public final class RealFile implements AutoCloseable {

  private final Path path;
  private final BasicFileAttributes attributes;
  private final InputStream in;

  private RealFile(Path path, BasicFileAttributes attributes, InputStream in) {
    this.path = path;
    this.attributes = attributes;
    this.in = in;
  }

  /**
   * Opens a file.
   *
   * @param links {@link LinkOption#NOFOLLOW_LINKS} to refuse a symbolic link
   * @throws IOException if it is none, or cannot be opened
   */
  public static RealFile open(Path path, LinkOption... links) throws IOException {
    BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class, links);
    if (before.isOther()) {
      throw new FileSystemException(
          path.toString(), null, "not a regular file but " + FileKind.of(path));
    }
    InputStream in = Files.newInputStream(path, (OpenOption[]) links);
    try {
      BasicFileAttributes after = Files.readAttributes(path, BasicFileAttributes.class, links);
      if (!Objects.equals(before.fileKey(), after.fileKey()) || after.isOther()) {
        throw new FileSystemException(
            path.toString(), null, "another file took its place while it was opened");
      }
      return new RealFile(path, after, in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The whole content of a file.
   *
   * @param limit how many bytes it may have
   * @throws LimitException if it has more
   * @throws IOException if it is no file, or cannot be read
   */
  public static byte[] read(Path path, Limits limits, Limit limit) throws IOException {
    try (RealFile file = open(path)) {
      return file.content(limits, limit);
    }
  }

  /** What it said of its size when it was opened, in bytes. */
  public long size() {
    return attributes.size();
  }

  /**
   * All that there is to read.
   *
   * @param limit how many bytes that may be
   * @throws LimitException if it is more
   * @throws IOException if it cannot be read
   */
  public byte[] content(Limits limits, Limit limit) throws IOException {
    long most = limits.of(limit);
    if (size() > most && !attributes.isDirectory()) { // to read a directory fails by itself
      throw tooLarge(path.toString(), limits, limit);
    }
    byte[] first = upTo((int) size());
    int next = first.length < size() ? -1 : in.read();
    if (next < 0) {
      return first;
    }
    // It has grown, or is one of those the kernel makes up as they are read.
    byte[] rest = in.readNBytes((int) Math.min(most - first.length, Integer.MAX_VALUE - 8));
    if (first.length + 1L + rest.length > most) {
      throw tooLarge(path.toString(), limits, limit);
    }
    byte[] all = Arrays.copyOf(first, first.length + 1 + rest.length);
    all[first.length] = (byte) next;
    System.arraycopy(rest, 0, all, first.length + 1, rest.length);
    return all;
  }

  /**
   * The first bytes, as many as there are.
   *
   * @throws IOException if it cannot be read
   */
  public byte[] upTo(int length) throws IOException {
    byte[] data = new byte[length];
    int read = in.readNBytes(data, 0, length);
    return read == length ? data : Arrays.copyOf(data, read);
  }

  static LimitException tooLarge(String name, Limits limits, Limit limit) {
    return new LimitException(
        limit, name + " is larger than the maximum of " + limits.of(limit) + " bytes");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
