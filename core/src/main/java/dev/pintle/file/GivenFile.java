package dev.pintle.file;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads what a user named on the command line. That may be more than a file: {@code /dev/stdin}, or
 * the pipe that a shell makes of {@code <(command)}. Both end at limits: {@link Limit#INPUT_BYTES},
 * and for what is no file {@link Limit#INPUT_MILLIS}. Stateless.
 *
 * <p>What stands in a file, a chart or a record is no user's word: that is for {@link RealFile}.
 */
public final class GivenFile {

  private GivenFile() {}

  /**
   * The whole content.
   *
   * @throws LimitException if it is too large, or does not end in time
   * @throws IOException if it cannot be read
   */
  public static byte[] read(Path path, Limits limits) throws IOException {
    return isStream(path)
        ? TimedReading.of(path, limits).content(limits)
        : RealFile.read(path, limits, Limit.INPUT_BYTES);
  }

  /** Whether it is no file and no directory, but a device, a pipe or a socket. */
  public static boolean isStream(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).isOther();
  }

  /**
   * The first bytes, as many as there are.
   *
   * @throws LimitException if they do not come in time
   * @throws IOException if they cannot be read
   */
  public static byte[] head(Path path, int length, Limits limits) throws IOException {
    if (isStream(path)) {
      return TimedReading.of(path, limits).upTo(length);
    }
    try (RealFile file = RealFile.open(path)) {
      return file.upTo(length);
    }
  }

  /**
   * The whole of standard input, or of another stream that the user is behind: however long that
   * takes.
   *
   * @param name how messages name it
   * @throws LimitException if it is too large
   * @throws IOException if it cannot be read
   */
  public static byte[] read(InputStream in, String name, Limits limits) throws IOException {
    int most = (int) Math.min(limits.of(Limit.INPUT_BYTES), Integer.MAX_VALUE - 8);
    byte[] content = in.readNBytes(most);
    if (content.length == most && in.read() >= 0) {
      throw RealFile.tooLarge(name, limits, Limit.INPUT_BYTES);
    }
    return content;
  }
}
