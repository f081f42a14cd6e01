package dev.pintle.testing.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A server of plain HTTP that answers each path with what a test says, and knows nothing else. */
public final class ScriptedServer implements AutoCloseable {

  /** What is answered: a status and a body of JSON. */
  public record Answer(int status, String json) {}

  private final HttpServer door;
  private final Function<String, Answer> script;

  /**
   * Opens it.
   *
   * @param script gives the answer for a path without its query; called by one thread
   */
  public ScriptedServer(Function<String, Answer> script) {
    this.script = script;
    try {
      this.door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    door.createContext("/", this::answer);
    door.start();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + door.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      exchange.getRequestBody().readAllBytes();
      Answer answer = script.apply(exchange.getRequestURI().getPath());
      byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    door.stop(0);
  }
}
