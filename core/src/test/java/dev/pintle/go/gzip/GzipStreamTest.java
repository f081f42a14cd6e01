package dev.pintle.go.gzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gzip as Go unpacks it. */
class GzipStreamTest {

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A member whose header has more in it. */
  private static byte[] withHeader(int flags, byte[] fields) throws IOException {
    byte[] plain = packed("x");
    plain[3] = (byte) flags;
    return joined(Arrays.copyOf(plain, 10), fields, Arrays.copyOfRange(plain, 10, plain.length));
  }

  private static String unpacked(byte[] data) throws IOException {
    try (GzipStream in = new GzipStream(new ByteArrayInputStream(data))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 8191, 8192, 100_000})
  void unpacksAsTheJdkDoes(int length) throws IOException {
    byte[] data = packed("ab".repeat(length / 2) + "c".repeat(length % 2));
    String expected =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(data)).readAllBytes(),
            StandardCharsets.ISO_8859_1);
    assertThat(unpacked(data)).isEqualTo(expected).hasSize(length);
  }

  @Test
  void joinsMembers() throws IOException {
    assertThat(unpacked(joined(packed("a"), packed(""), packed("b")))).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 200_000})
  void emptyMembersTakeNoStack(int count) throws IOException {
    byte[] one = packed("");
    byte[] all = new byte[one.length * count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    assertThat(unpacked(all)).isEmpty();
  }

  @Test
  void skipsWhatElseAHeaderHas() throws IOException {
    byte[] fields = joined(new byte[] {2, 0, 7, 7}, "name\0comment\0".getBytes());
    assertThat(unpacked(withHeader(4 | 8 | 16, fields))).isEqualTo("x");
  }

  @Test
  void checksTheSumOfAHeader() throws IOException {
    byte[] head = Arrays.copyOf(packed("x"), 10);
    head[3] = 2;
    CRC32 sum = new CRC32();
    sum.update(head);
    byte low = (byte) sum.getValue();
    byte high = (byte) (sum.getValue() >> 8);
    assertThat(unpacked(withHeader(2, new byte[] {low, high}))).isEqualTo("x");
    byte[] wrong = withHeader(2, new byte[] {(byte) (low + 1), high});
    assertThatThrownBy(() -> unpacked(wrong)).hasMessage("gzip: invalid header");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void refusesLongTextsAsGoDoes(int flag) throws IOException {
    assertThat(unpacked(withHeader(flag, ("n".repeat(511) + "\0").getBytes()))).isEqualTo("x");
    byte[] data = withHeader(flag, ("n".repeat(512) + "\0").getBytes());
    assertThatThrownBy(() -> unpacked(data)).hasMessage("gzip: invalid header");
  }

  @Test
  void refusesWhatFollowsAMember() throws IOException {
    byte[] data = joined(packed("a"), "garbage beyond".getBytes());
    assertThatThrownBy(() -> unpacked(data)).hasMessage("gzip: invalid header");
  }

  @Test
  void refusesAWrongSum() throws IOException {
    byte[] data = packed("abc");
    data[data.length - 8]++;
    assertThatThrownBy(() -> unpacked(data)).hasMessage("gzip: invalid checksum");
  }

  @Test
  void refusesWhatIsCut() throws IOException {
    byte[] data = packed("some text");
    for (int length = 0; length < data.length; length++) {
      byte[] cut = Arrays.copyOf(data, length);
      assertThatThrownBy(() -> unpacked(cut)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void refusesWhatIsNoDeflatedData() throws IOException {
    byte[] data = packed("some text");
    Arrays.fill(data, 10, data.length - 8, (byte) 0xFF);
    assertThatThrownBy(() -> unpacked(data))
        .isInstanceOf(ZipException.class)
        .hasMessage("flate: corrupt input");
  }
}
