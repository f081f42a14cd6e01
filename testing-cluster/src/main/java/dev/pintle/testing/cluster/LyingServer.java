package dev.pintle.testing.cluster;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The real API server behind a door that may answer anything at all, down to the bytes of HTTP. The
 * server gets every request; a plan says what is made of its answers. Speaks plain HTTP/1.1. Safe
 * for use by several threads.
 */
public final class LyingServer implements AutoCloseable {

  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "accept-encoding",
          "upgrade",
          "http2-settings",
          "expect");

  private final ControlPlane plane;
  private final ServerSocket door;
  private final HttpClient behind;
  private final ExecutorService threads = Executors.newCachedThreadPool(LyingServer::daemon);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Function<Truth, Lie> plan = truth -> Lie.NONE;

  /** What the client hears in place of the server's answer. */
  @FunctionalInterface
  public interface Lie {

    /** The answer itself. */
    Lie NONE = Truth::tell;

    /**
     * Answers.
     *
     * @return whether the connection may be used again
     */
    boolean tell(Truth truth, OutputStream out) throws IOException;
  }

  /**
   * What the server answered.
   *
   * @param number of the request since the plan was made, from 1 on
   * @param target path and query of the request
   * @param isWatch whether the answer goes on and on; then its body is a stream of lines
   */
  public record Truth(
      int number,
      String method,
      String target,
      boolean isWatch,
      HttpResponse<InputStream> answer,
      byte[] body) {

    /** The head of the answer, without what says how long the body is, and without its end. */
    public String head() {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.statusCode() + " Said\r\n");
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!NOT_PASSED_ON.contains(name) && !name.startsWith(":")) {
                  values.forEach(
                      value -> head.append(name).append(": ").append(value).append("\r\n"));
                }
              });
      return head.toString();
    }

    private boolean tell(OutputStream out) throws IOException {
      return isWatch ? watched(out) : with(head(), body, out);
    }

    /** Answers with a head and a whole body. */
    public static boolean with(String head, byte[] body, OutputStream out) throws IOException {
      write(out, head + "Content-Length: " + body.length + "\r\n\r\n");
      out.write(body);
      out.flush();
      return true;
    }

    /** Writes text as it is. */
    public static void write(OutputStream out, String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean watched(OutputStream out) throws IOException {
      write(out, head() + "\r\n");
      out.flush();
      byte[] some = new byte[8192];
      try (InputStream in = answer.body()) {
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
          out.write(some, 0, read);
          out.flush();
        }
      }
      return false;
    }
  }

  /** A door to a server; it is open. */
  public LyingServer(ControlPlane plane) {
    this.plane = plane;
    this.behind =
        HttpClient.newBuilder().sslContext(ApiConnection.trusting(plane.certificate())).build();
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::open);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lying server");
    thread.setDaemon(true);
    return thread;
  }

  /** Where the door is. */
  public String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** Counts anew, and answers as it says from now on. */
  public void plan(Function<Truth, Lie> lies) {
    requests.set(0);
    plan = lies;
  }

  @SuppressWarnings("PMD.CloseResource") // whoever serves a visitor closes it
  private void open() {
    while (!door.isClosed()) {
      try {
        Socket visitor = door.accept();
        threads.execute(() -> serve(visitor));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket visitor) {
    try (visitor;
        InputStream in = new BufferedInputStream(visitor.getInputStream());
        OutputStream out = new BufferedOutputStream(visitor.getOutputStream())) {
      visitor.setTcpNoDelay(true);
      boolean again = true;
      while (again) {
        again = serve(in, out);
      }
    } catch (IOException gone) {
      return; // so is the visitor
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
    String first = line(in);
    if (first.isEmpty()) {
      return false;
    }
    String[] asked = first.split(" ");
    HttpRequest.Builder request = HttpRequest.newBuilder(plane.url().resolve(asked[1]));
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = header.substring(colon + 1).strip();
      if (name.equals("content-length")) {
        length = Integer.parseInt(value);
      } else if (!NOT_PASSED_ON.contains(name)) {
        request.header(name, value);
      }
    }
    request.method(asked[0], HttpRequest.BodyPublishers.ofByteArray(in.readNBytes(length)));
    HttpResponse<InputStream> answer =
        behind.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    boolean isWatch = asked[1].contains("watch=true") && answer.statusCode() == 200;
    byte[] body = isWatch ? new byte[0] : answer.body().readAllBytes();
    Truth truth = new Truth(requests.incrementAndGet(), asked[0], asked[1], isWatch, answer, body);
    try {
      return plan.apply(truth).tell(truth, out);
    } finally {
      answer.body().close();
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
