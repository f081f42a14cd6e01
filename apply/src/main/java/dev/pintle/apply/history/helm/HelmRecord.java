package dev.pintle.apply.history.helm;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.gzip.GzipStream;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.go.json.TooMuchException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.LimitException;
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
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The text that Helm's storage drivers keep a release in: JSON, compressed with gzip, in base64.
 * Immutable.
 *
 * @param json what the text holds, with fields that we may not know
 */
public record HelmRecord(Table json) {

  /** Far more than what fits into a Secret comes from, unless it was made to grow. */
  private static final int MAX_BYTES = 32 << 20;

  /** More than the values of a chart may be nested, with what is around them. */
  private static final int MAX_DEPTH = 600;

  /** As many as an answer of a server may have. */
  private static final int MAX_VALUES = 1_000_000;

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
      if (JsonReader.read(GoStrings.fromBytes(bytes), MAX_DEPTH, MAX_VALUES)
          instanceof Table table) {
        return new HelmRecord(table);
      }
      throw noRecord("it is no JSON object", null);
    } catch (TooMuchException e) {
      throw beyond(
          e.isDeep()
              ? "it is nested more than " + MAX_DEPTH + " levels deep"
              : "it has more than " + MAX_VALUES + " values");
    } catch (JsonException e) {
      throw noRecord(e.getMessage(), e);
    }
  }

  private static byte[] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      byte[] expanded = isCompressed(bytes) ? expand(bytes) : bytes;
      if (expanded.length > MAX_BYTES) {
        throw beyond("it is longer than " + MAX_BYTES + " bytes");
      }
      return expanded;
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
    try (InputStream in = new GzipStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(MAX_BYTES + 1);
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

  private static LimitException beyond(String why) {
    return new LimitException("no release record: " + why);
  }

  private static PintleException noRecord(String why, Throwable cause) {
    String message = "no release record: " + why;
    return new PintleException(message, Diagnostic.of(Diagnostic.Kind.APPLY, message, null), cause);
  }
}
