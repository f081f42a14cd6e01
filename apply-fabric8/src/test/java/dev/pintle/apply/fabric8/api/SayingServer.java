package dev.pintle.apply.fabric8.api;

import dev.pintle.limit.Limits;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server that says the same to everybody, down to the bytes, and closes the connection. */
public final class SayingServer implements AutoCloseable {

  private final ServerSocket door;
  private final Said said;
  private final KubernetesClient client;

  /** What is said. */
  @FunctionalInterface
  public interface Said {
    void to(OutputStream out) throws IOException;
  }

  /** Opens it. */
  public SayingServer(Said said) {
    this.said = said;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "saying server");
    thread.setDaemon(true);
    thread.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder()
                    .withAutoConfigure(false)
                    .withMasterUrl(url())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
  }

  /** One that says so much text. */
  public static SayingServer saying(String head, String body) {
    return new SayingServer(
        out ->
            out.write(
                ("HTTP/1.1 " + head + "\r\nConnection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8)));
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** The way to it, for one who asks once. */
  Api api(Limits limits) {
    return new Api(client, Duration.ZERO, limits);
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket visitor = door.accept();
          InputStream in = visitor.getInputStream();
          OutputStream out = visitor.getOutputStream()) {
        readHead(in);
        said.to(out);
      } catch (IOException gone) {
        continue; // the visitor, or the door
      }
    }
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    for (int c = in.read(); c >= 0 && ends < 2; c = ends < 2 ? in.read() : c) {
      ends = c == '\n' ? ends + 1 : c == '\r' ? ends : 0;
    }
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
