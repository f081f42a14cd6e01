package dev.pintle.testing.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
 * The real API server behind a door that fails as servers, networks and proxies do. Each request
 * has a number, from 1 on, and a plan says what becomes of it; without one all pass. Speaks plain
 * HTTP, and passes on who asks. Safe for use by several threads.
 */
public final class FaultyServer implements AutoCloseable {

  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          ":status");

  private final ControlPlane plane;
  private final HttpServer door;
  private final HttpClient behind;
  private final ExecutorService threads = Executors.newCachedThreadPool(FaultyServer::daemon);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Function<Request, Fate> plan = request -> Fate.PASS;

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty server");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * One that comes through the door.
   *
   * @param path with its query
   */
  public record Request(int number, String method, String path) {}

  /**
   * What becomes of a request.
   *
   * @param done whether the server gets it
   * @param code what is answered; 0 for the server's own answer, -1 for none at all
   * @param body of the answer, if it is not the server's own
   * @param meanwhile what else happens once the server is done with it and before anybody hears of
   *     that
   */
  public record Fate(boolean done, int code, String body, Runnable meanwhile) {

    /** Nothing special. */
    public static final Fate PASS = new Fate(true, 0, "", () -> {});

    /** The server does not get it, and the connection is cut. */
    public static final Fate LOST = new Fate(false, -1, "", () -> {});

    /** The server does it, and the connection is cut before its answer. */
    public static final Fate ANSWER_LOST = new Fate(true, -1, "", () -> {});

    /** The same with something that happens before the answer. */
    public Fate and(Runnable event) {
      return new Fate(done, code, body, event);
    }

    /** An answer as the server itself would give one; it does not get the request. */
    public static Fate refused(int code, String reason, String message) {
      return new Fate(
          false,
          code,
          """
          {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %d,
           "reason": "%s", "message": "%s"}"""
              .formatted(code, reason, message),
          () -> {});
    }
  }

  /** A door to a server; it is open. */
  public FaultyServer(ControlPlane plane) {
    this.plane = plane;
    this.behind =
        HttpClient.newBuilder().sslContext(ApiConnection.trusting(plane.certificate())).build();
    try {
      this.door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    door.createContext("/", this::handle);
    door.setExecutor(threads);
    door.start();
  }

  /** Where the door is. */
  public String url() {
    return "http://127.0.0.1:" + door.getAddress().getPort();
  }

  /** Counts anew, and deals with requests as it says from now on. */
  public void plan(Function<Request, Fate> fates) {
    requests.set(0);
    plan = fates;
  }

  /** How many requests came since the plan was made. */
  public int requests() {
    return requests.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI asked = exchange.getRequestURI();
    Fate fate =
        plan.apply(
            new Request(requests.incrementAndGet(), exchange.getRequestMethod(), asked.toString()));
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      if (fate.done()) {
        passOn(exchange, body, fate);
      } else if (fate.code() > 0) {
        byte[] text = fate.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(fate.code(), text.length);
        exchange.getResponseBody().write(text);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close(); // without an answer the connection is cut
    }
  }

  private void passOn(HttpExchange exchange, byte[] body, Fate fate)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(plane.url().resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<InputStream> answer =
        behind.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      fate.meanwhile().run();
      if (fate.code() < 0) {
        in.readAllBytes(); // so that the server is done with it
        return;
      }
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
              });
      exchange.sendResponseHeaders(answer.statusCode(), 0);
      try (OutputStream out = exchange.getResponseBody()) {
        in.transferTo(out);
      }
    }
  }

  @Override
  public void close() {
    door.stop(0);
    threads.shutdownNow();
  }
}
