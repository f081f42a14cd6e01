package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.file.RealFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * Keeps all others away from a release while it is changed. The operating system frees it when the
 * process ends, however that ends.
 */
final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;
  private final Path file;

  private DirectoryLock(FileChannel channel, Path file) {
    this.channel = channel;
    this.file = file;
  }

  /**
   * Takes the lock.
   *
   * @throws ApplyException if somebody else has it
   */
  static DirectoryLock take(Path file) throws IOException {
    while (true) {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new FileSystemException(file.toString(), null, "not a regular file");
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      boolean ours = false;
      try {
        if (channel.tryLock() == null) { // held until the channel is closed
          throw busy();
        }
        ours = isStill(channel, file);
        if (ours) {
          return new DirectoryLock(channel, file);
        }
        // whoever had it has deleted the file meanwhile: the lock is on nothing
      } catch (OverlappingFileLockException e) {
        throw busy();
      } finally {
        if (!ours) {
          channel.close();
        }
      }
    }
  }

  /** True if the file that was opened is the one that has the name: a mark in it tells. */
  private static boolean isStill(FileChannel channel, Path file) throws IOException {
    byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(mark), 0);
    try (RealFile named = RealFile.open(file)) {
      return Arrays.equals(mark, named.upTo(mark.length));
    } catch (NoSuchFileException deleted) {
      return false;
    }
  }

  private static ApplyException busy() {
    return new ApplyException(
        Reason.BUSY, "another operation (install/upgrade/rollback) is in progress");
  }

  /** Frees it, and leaves no file behind. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
