package dev.pintle.testing.cluster;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A server to which nobody must come; it counts who does. Safe for use by several threads. */
public final class Trap implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger visits = new AtomicInteger();

  /** One on a free port of this machine. */
  public Trap() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many requests came. */
  public int visits() {
    return visits.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
