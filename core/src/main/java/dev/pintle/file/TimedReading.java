package dev.pintle.file;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads a pipe or a device and waits only so long. Whoever opens a pipe waits for the one that
 * writes to it, and no call of Java's ends that; so another thread opens and reads.
 *
 * @param millis how long all of it may take
 */
record TimedReading(Path path, long millis) {

  /** What is done with the stream once it is open. */
  private interface Work {
    byte[] read(InputStream in) throws IOException;
  }

  static TimedReading of(Path path, Limits limits) {
    return new TimedReading(path, limits.of(Limit.INPUT_MILLIS));
  }

  byte[] content(Limits limits) throws IOException {
    return inTime(in -> GivenFile.read(in, path.toString(), limits));
  }

  byte[] upTo(int length) throws IOException {
    return inTime(in -> in.readNBytes(length));
  }

  private byte[] inTime(Work work) throws IOException {
    FutureTask<byte[]> reading = new FutureTask<>(() -> read(work));
    Thread reader = new Thread(reading, "reading " + path);
    reader.setDaemon(true);
    reader.start();
    try {
      return reading.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new LimitException(
          Limit.INPUT_MILLIS, "reading " + path + " took longer than " + millis + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading " + path);
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      if (!reading.isDone()) {
        reading.cancel(true); // closes the channel, if it is open
        release();
      }
    }
  }

  private static IOException cause(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException unchecked) {
      throw unchecked;
    } else if (e.getCause() instanceof Error error) {
      throw error;
    }
    return (IOException) e.getCause();
  }

  private byte[] read(Work work) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        InputStream in = new ChannelBytes(channel)) {
      return work.read(in);
    }
  }

  /** Lets the reader's call return where it waits for somebody to write: here is somebody. */
  private void release() {
    if (FileKind.of(path) == FileKind.PIPE) {
      try {
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
      } catch (IOException notOurs) {
        // Who may not write leaves the thread waiting; it keeps no process from its end.
        return;
      }
    }
  }

  /** A channel as a stream that asks neither for size nor for position, which pipes do not have. */
  private static final class ChannelBytes extends InputStream {
    private final FileChannel channel;

    ChannelBytes(FileChannel channel) {
      super();
      this.channel = channel;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return length == 0 ? 0 : channel.read(ByteBuffer.wrap(buffer, offset, length));
    }
  }
}
