package dev.pintle.go.gzip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip as Go's {@code compress/gzip} does: any number of members one after the other, each
 * with its checksum; names and comments in a header of 511 bytes at most. The JDK's own stream
 * calls itself once for each empty member.
 *
 * <pre>
 * member = header deflated-data crc32 length
 * header = 1F 8B 08 flags time:4 extra-flags os [ extra ] [ name ] [ comment ] [ crc16 ]
 * </pre>
 */
public final class GzipStream extends InputStream {

  /** The message for what is not packed with gzip at all. */
  public static final String NO_GZIP = "gzip: invalid header";

  private static final String BAD_CHECKSUM = "gzip: invalid checksum";

  private static final int HAS_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  /** Go's buffer for a name or a comment, with the zero at its end. */
  private static final int LONGEST_TEXT = 512;

  private final InputStream packed;
  private final byte[] input = new byte[8192];
  private int at;
  private int end;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean ended;

  /**
   * Reads the first header.
   *
   * @throws EOFException if the data ends in it, or before
   * @throws ZipException if it is none
   */
  public GzipStream(InputStream packed) throws IOException {
    super();
    this.packed = packed;
    header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!ended) {
        int inflated = inflater.inflate(buffer, offset, length);
        if (inflated > 0) {
          checksum.update(buffer, offset, inflated);
          return inflated;
        } else if (inflater.finished()) {
          nextMember();
        } else if (inflater.needsInput()) {
          if (!fill()) {
            throw new EOFException();
          }
          inflater.setInput(input, 0, end);
        } else {
          throw new ZipException("flate: corrupt input"); // it wants a dictionary
        }
      }
    } catch (DataFormatException e) {
      throw (ZipException) new ZipException("flate: corrupt input").initCause(e);
    }
    return -1;
  }

  /** Checks the end of a member, and begins with the next, if there is one. */
  private void nextMember() throws IOException {
    at = end - inflater.getRemaining();
    long expected = checksum.getValue();
    long sum = number();
    long length = number();
    if (sum != expected || length != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
      throw new ZipException(BAD_CHECKSUM);
    }
    ended = at == end && !fill();
    if (!ended) {
      header();
    }
  }

  private void header() throws IOException {
    checksum.reset();
    byte[] head = new byte[10];
    for (int i = 0; i < head.length; i++) {
      head[i] = (byte) next();
    }
    if (head[0] != 0x1F || head[1] != (byte) 0x8B || head[2] != 8) {
      throw new ZipException(NO_GZIP);
    }
    int flags = head[3];
    if ((flags & HAS_EXTRA) != 0) {
      int length = next() | next() << 8;
      for (int i = 0; i < length; i++) {
        next();
      }
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CRC) != 0) {
      long sum = checksum.getValue() & 0xFFFF;
      if ((next() | next() << 8) != sum) {
        throw new ZipException(NO_GZIP);
      }
    }
    checksum.reset();
    inflater.reset();
    inflater.setInput(input, at, end - at);
  }

  private void skipText() throws IOException {
    for (int i = 0; i < LONGEST_TEXT; i++) {
      if (next() == 0) {
        return;
      }
    }
    throw new ZipException(NO_GZIP);
  }

  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      throw new EOFException();
    }
    checksum.update(input[at]);
    return input[at++] & 0xFF;
  }

  /** False at the end. */
  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(packed.read(input), 0);
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    packed.close();
  }
}
