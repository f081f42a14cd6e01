package dev.pintle.apply.history.helm;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.json.JsonException;
import dev.pintle.json.JsonReader;
import dev.pintle.json.JsonWriter;
import dev.pintle.values.GoStrings;
import dev.pintle.values.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The text that Helm's storage drivers keep a release in: JSON, compressed with gzip, in base64.
 * Immutable.
 *
 * @param json what the text holds, with fields that we may not know
 */
public record HelmRecord(Table json) {

  /** Far more than fits into a Secret, however well it was compressed before it was stored. */
  private static final int MAX_BYTES = 256 << 20;

  /** The JSON is frozen. */
  public HelmRecord {
    json.freeze();
  }

  /** A release that was not stored before. */
  public static HelmRecord of(ReleaseRecord release) {
    return new HelmRecord(RecordJson.write(release));
  }

  /**
   * Reads a text. Records of the time before compression are read too, as Helm reads them.
   *
   * @throws PintleException if it is none of Helm's
   */
  public static HelmRecord parse(String text) {
    byte[] bytes = decode(text);
    try {
      if (JsonReader.read(GoStrings.fromBytes(bytes)) instanceof Table table) {
        return new HelmRecord(table);
      }
      throw noRecord("it is no JSON object", null);
    } catch (JsonException e) {
      throw noRecord(e.getMessage(), e);
    }
  }

  private static byte[] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return isCompressed(bytes) ? expand(bytes) : bytes;
    } catch (IllegalArgumentException e) {
      throw noRecord("it is not in base64", e);
    } catch (EOFException | ZipException e) {
      throw noRecord("it cannot be decompressed", e);
    } catch (IOException e) {
      throw noRecord(e.getMessage(), e);
    }
  }

  /**
   * The release.
   *
   * @param labels what the user wants the record to be found by; drivers keep them beside the text
   * @throws PintleException if a field has another type than Helm writes
   */
  public ReleaseRecord release(Map<String, String> labels) {
    try {
      return RecordJson.read(json, labels);
    } catch (IllegalArgumentException e) {
      throw noRecord(e.getMessage(), e);
    }
  }

  /**
   * The same release in another state: what this record holds beyond what we know stays.
   *
   * @param changed a later state of {@link #release}
   */
  public HelmRecord with(ReleaseRecord changed) {
    Table before = RecordJson.write(release(Map.of()));
    return new HelmRecord(KeptFields.change(json, before, RecordJson.write(changed)));
  }

  /** The text to store. */
  public String text() {
    try {
      byte[] bytes = GoStrings.toBytes(JsonWriter.write(json));
      return Base64.getEncoder().encodeToString(compress(bytes));
    } catch (JsonException e) {
      throw new PintleException(
          e.getMessage(), Diagnostic.of(Diagnostic.Kind.APPLY, e.getMessage(), null), e);
    }
  }

  private static boolean isCompressed(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  private static byte[] expand(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] expanded = in.readNBytes(MAX_BYTES + 1);
      if (expanded.length > MAX_BYTES) {
        throw new IOException("it is larger than the limit of " + MAX_BYTES + " bytes");
      }
      return expanded;
    }
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new BestGzip(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return compressed.toByteArray();
  }

  /** Records have to fit into a Secret. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  private static PintleException noRecord(String why, Throwable cause) {
    String message = "no release record: " + why;
    return new PintleException(message, Diagnostic.of(Diagnostic.Kind.APPLY, message, null), cause);
  }
}
