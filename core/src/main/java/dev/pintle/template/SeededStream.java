package dev.pintle.template;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The stream of bytes that {@link RandomSource#seeded} describes. */
final class SeededStream implements RandomSource {

  private static final byte[] LABEL = "pintle random stream 1".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest digest;
  private final ByteBuffer input;
  private final int counterAt;
  private long nextBlock;
  private byte[] block = new byte[0];
  private int used;

  SeededStream(long seed) {
    digest = sha256();
    input = ByteBuffer.allocate(LABEL.length + 2 * Long.BYTES).put(LABEL).putLong(seed);
    counterAt = input.position();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static long derive(long seed, String label) {
    MessageDigest sha256 = sha256();
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
    return ByteBuffer.wrap(sha256.digest(label.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    int filled = 0;
    while (filled < bytes.length) {
      if (used == block.length) {
        block = digest.digest(input.putLong(counterAt, nextBlock++).array());
        used = 0;
      }
      int count = Math.min(bytes.length - filled, block.length - used);
      System.arraycopy(block, used, bytes, filled, count);
      filled += count;
      used += count;
    }
  }
}
