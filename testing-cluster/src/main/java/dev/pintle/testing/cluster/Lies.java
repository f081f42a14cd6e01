package dev.pintle.testing.cluster;

import dev.pintle.testing.cluster.LyingServer.Lie;
import dev.pintle.testing.cluster.LyingServer.Truth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Lies of an API server by chance: each names one thing that may be wrong with an answer. Of one
 * seed they are always the same. Those of the way leave what the server says and spoil how it gets
 * here: whoever asks again may hear the truth. Those of content look well and are not true.
 */
public final class Lies {

  private static final byte[] BOMB = bomb();

  private final Random random;
  private final JsonLies json;
  private final String elsewhere;

  /**
   * Lies of a seed.
   *
   * @param elsewhere another server, where nobody must be led
   */
  public Lies(long seed, String elsewhere) {
    this.random = new Random(seed);
    this.json = new JsonLies(random);
    this.elsewhere = elsewhere;
  }

  private static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      byte[] zeros = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int mib = 0; mib < 400; mib++) {
        out.write(zeros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A lie about what the server said. */
  public Lie ofContent() {
    int kind = random.nextInt(10);
    byte[] instead = json.instead();
    int code = any(404, 404, 409, 410, 400, 403, 422, 405, 200, 201);
    if (kind == 0) {
      return whole(instead);
    } else if (kind == 1) {
      return (truth, out) -> Truth.with("HTTP/1.1 " + code + " X\r\n", instead, out);
    } else if (kind == 2) {
      return status(code, "");
    }
    return (truth, out) ->
        truth.isWatch()
            ? Truth.with(truth.head(), json.changed(EVENT), out)
            : Truth.with(truth.head(), json.changed(truth.body()), out);
  }

  private static final byte[] EVENT =
      """
      {"type":"MODIFIED","object":{"kind":"Job","apiVersion":"batch/v1","metadata":{"name":"job",\
      "resourceVersion":"1","generation":1},"spec":{"completions":1},"status":{"conditions":[\
      {"type":"Complete","status":"True"}]}}}
      """
          .getBytes(StandardCharsets.US_ASCII);

  private static Lie whole(byte[] body) {
    return (truth, out) -> Truth.with(truth.head(), body, out);
  }

  private static Lie status(int code, String headers) {
    String body =
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":%d,"
            + "\"reason\":\"Lie\",\"message\":\"a lie\"}";
    return (truth, out) ->
        Truth.with(
            "HTTP/1.1 " + code + " X\r\nContent-Type: application/json\r\n" + headers,
            body.formatted(code).getBytes(StandardCharsets.US_ASCII),
            out);
  }

  /** A lie on the way. */
  public Lie ofTheWay() {
    int number = random.nextInt(1 << 20);
    return switch (random.nextInt(24)) {
      case 0 -> (truth, out) -> cut(truth, out, number, truth.body().length);
      case 1 -> (truth, out) -> cut(truth, out, truth.body().length, truth.body().length + number);
      case 2 -> (truth, out) -> cut(truth, out, truth.body().length, number % 7);
      case 3 ->
          length(text("-5", "99999999999999999999", "abc", "", "1, 2", "9223372036854775807"));
      case 4 -> chunks(text("zz\r\n", "-1\r\n", "ffffffffffffffff\r\n", "\r\n\r\n", "5\r\nab"));
      case 5 -> chunks("1;" + "x".repeat(1 << 20) + "\r\na\r\n0\r\n\r\n");
      case 6 -> headed("Content-Encoding: " + text("gzip", "deflate", "br", "gzip, gzip") + "\r\n");
      case 7 -> zipped(BOMB);
      case 8 -> (truth, out) -> Truth.with(truth.head() + GZIP, gzip(truth.body()), out);
      case 9 ->
          raw(text("HTTP/1.1 abc\r\n\r\n", "HTTP/9.9 200 X\r\n\r\n", "\r\n\r\n", "\0\1\2", ""));
      case 10 -> raw("HTTP/1.1 200 X\r\nX: " + "h".repeat(300_000) + "\r\n\r\n{}");
      case 11 -> raw("HTTP/1.1 200 X\r\n" + "X: h\r\n".repeat(60_000) + "\r\n{}");
      case 12 -> raw("HTTP/1.1 200 X\r\n: x\r\nA\0B\u00ff: \u0001\rx\r\nno colon\r\n\r\n{}");
      case 13 ->
          headed("Warning: 299 - \"" + text("w", "\\", "\\\\", "\"", " ").repeat(number % 200_000));
      case 14 -> headed("Warning: 299 - \"w\"\r\n".repeat(5_000));
      case 15 ->
          headed("Date: " + text("x", "1".repeat(99_999), "Thu, 01 Jan +999999999 00:00:00 GMT"));
      case 16 ->
          status(
              any(429, 503), "Retry-After: " + text("0", "-1", "1e9", "9999", "١", "x") + "\r\n");
      case 17 -> (truth, out) -> slow(truth, out);
      case 18 -> endless(text("a", "[", " ", "{\"a\":", "\n", "{}\n"));
      case 19 -> redirect();
      case 20 -> status(any(500, 502, 503, 504, 429, 401, 408, 599), "");
      case 21 ->
          raw(
              "HTTP/1.1 100 Continue\r\n\r\n".repeat(1 + number % 5_000)
                  + "HTTP/1.1 200 X\r\n\r\n");
      case 22 -> (truth, out) -> Truth.with(truth.head(), noise(truth.body()), out);
      default -> whole(json.instead());
    };
  }

  private static final String GZIP = "Content-Encoding: gzip\r\n";

  private static boolean cut(Truth truth, OutputStream out, int sent, int said) throws IOException {
    Truth.write(out, truth.head() + "Content-Length: " + said + "\r\n\r\n");
    out.write(truth.body(), 0, Math.min(sent % (truth.body().length + 1), truth.body().length));
    out.flush();
    return said < sent; // then the rest is taken for the next answer
  }

  private static Lie length(String said) {
    return (truth, out) -> {
      Truth.write(out, truth.head() + "Content-Length: " + said + "\r\n\r\n");
      out.write(truth.body());
      out.flush();
      return false;
    };
  }

  private static Lie chunks(String text) {
    return (truth, out) -> {
      Truth.write(out, truth.head() + "Transfer-Encoding: chunked\r\n\r\n" + text);
      out.flush();
      return false;
    };
  }

  private static Lie headed(String header) {
    String line = header.endsWith("\n") ? header : header + "\"\r\n";
    return (truth, out) -> Truth.with(truth.head() + line, truth.body(), out);
  }

  private static Lie zipped(byte[] bytes) {
    return (truth, out) -> Truth.with(truth.head() + GZIP, bytes, out);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  private static Lie raw(String text) {
    return (truth, out) -> {
      Truth.write(out, text);
      out.flush();
      return false;
    };
  }

  private static boolean slow(Truth truth, OutputStream out) throws IOException {
    Truth.write(out, truth.head() + "Content-Length: " + truth.body().length + "\r\n\r\n");
    for (byte each : truth.body()) {
      out.write(each);
      out.flush();
      pause(200);
    }
    return true;
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static Lie endless(String text) {
    byte[] much = text.repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
    return (truth, out) -> {
      Truth.write(out, truth.head() + "\r\n");
      for (long sent = 0; sent < 1L << 30; sent += much.length) {
        out.write(much);
      }
      return false;
    };
  }

  private Lie redirect() {
    int code = any(301, 302, 303, 307, 308, 300, 304);
    String where = random.nextBoolean() ? elsewhere : "";
    return (truth, out) ->
        Truth.with(
            "HTTP/1.1 " + code + " X\r\nLocation: " + where + truth.target() + "\r\n",
            new byte[0],
            out);
  }

  private byte[] noise(byte[] body) {
    byte[] changed = body.clone();
    for (int i = 0; i < changed.length; i += 1 + random.nextInt(100)) {
      changed[i] = (byte) random.nextInt();
    }
    return changed;
  }

  private int any(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String text(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }
}
