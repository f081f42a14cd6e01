package dev.pintle.cli.cluster;

import dev.pintle.go.strings.TextParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Lets a client of HTTPS ask for one server and reach another: {@code --kube-tls-server-name}.
 * Java's client takes the name that it checks, and tells the server, from the address it goes to;
 * so it goes to that name, by way of this proxy of its own, which knows where that really is. What
 * passes is encrypted from end to end.
 */
final class ServerNameTunnel implements AutoCloseable {

  private static final int ANSWER_WITHIN_MILLIS = 30_000;
  private static final String ESTABLISHED = "HTTP/1.1 200 Connection Established\r\n\r\n";
  private static final String END_OF_REQUEST = "\r\n\r\n";

  private final ServerSocket door;
  private final InetSocketAddress server;

  /**
   * Opens a tunnel.
   *
   * @param server where the server is, with {@code https}
   */
  ServerNameTunnel(URI server) {
    this.server =
        new InetSocketAddress(
            TextParts.without(server.getHost(), c -> c == '[' || c == ']'),
            server.getPort() < 0 ? 443 : server.getPort());
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    begin("pintle tunnel", this::accept);
  }

  /** The address of the proxy. */
  URI proxy() {
    return URI.create(
        "http://" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort());
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        take(door.accept());
      }
    } catch (IOException e) {
      // the door is closed
    }
  }

  private void take(Socket client) {
    begin("pintle tunnel of " + client.getPort(), () -> serve(client));
  }

  /** The client hears of whatever goes wrong by the end of its connection. */
  private void serve(Socket client) {
    try (client;
        Socket there = new Socket()) {
      there.connect(server, ANSWER_WITHIN_MILLIS);
      readRequest(client.getInputStream());
      client.getOutputStream().write(ESTABLISHED.getBytes(StandardCharsets.US_ASCII));
      begin("pintle tunnel back to " + client.getPort(), () -> pass(there, client));
      pass(client, there);
    } catch (IOException e) {
      // both ends are closed by now
    }
  }

  /** Reads a CONNECT up to its empty line, and nothing of what follows. */
  private static void readRequest(InputStream in) throws IOException {
    int matched = 0;
    int next = in.read();
    while (next >= 0 && matched < END_OF_REQUEST.length()) {
      matched = next == END_OF_REQUEST.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
      next = matched < END_OF_REQUEST.length() ? in.read() : 0;
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is of no use any more
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
