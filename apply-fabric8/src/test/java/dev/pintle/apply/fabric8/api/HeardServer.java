package dev.pintle.apply.fabric8.api;

import dev.pintle.apply.fabric8.Clients;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A socket that keeps the first line of each request, byte by byte, and gives one answer. */
final class HeardServer implements AutoCloseable {

  private static final String NOTHING = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private final ServerSocket door;
  private final Function<String, String> answers;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final KubernetesClient client;

  HeardServer() {
    this(line -> NOTHING);
  }

  /**
   * A server.
   *
   * @param answers gives what is answered to the first line of a request
   */
  HeardServer(Function<String, String> answers) {
    this.answers = answers;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.client = Clients.of("http://127.0.0.1:" + door.getLocalPort());
    daemon(this::accept);
  }

  /** An answer of 200 with a body. */
  static String ok(String json) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
  }

  Api api() {
    return new Api(client, Duration.ZERO);
  }

  /** The first lines of what has come. A character is a byte. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The first line of the one request that has come since this was asked, or null. */
  String last() {
    if (lines.size() > 1) {
      throw new IllegalStateException("more than one request: " + lines);
    }
    String line = lines.isEmpty() ? null : lines.get(0);
    lines.clear();
    return line;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = door.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException closed) {
      // that is how it ends
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String line = line(in); line != null; line = line(in)) {
        lines.add(line);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
            length = Integer.parseInt(header.substring(15).strip());
          }
        }
        in.skipNBytes(length);
        String answer = answers.apply(line);
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException closed) {
      // the client has gone
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "heard server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    client.close();
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
