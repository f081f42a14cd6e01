package dev.pintle.cli.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** An API server that has one release, whose record a test makes up, and nothing else. */
final class RecordServer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private volatile String secret = "{}";

  RecordServer() throws IOException {
    Thread answers = new Thread(this::serve, "record server");
    answers.setDaemon(true);
    answers.start();
  }

  /** One request a connection, one connection at a time. */
  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        answer(connection);
      } catch (IOException gone) {
        continue; // whoever asked, or this server
      }
    }
  }

  /** A kubeconfig that leads here. */
  Path kubeconfig(Path directory) throws IOException {
    String text =
        """
        current-context: x
        contexts: [{name: x, context: {cluster: k}}]
        clusters: [{name: k, cluster: {server: "http://127.0.0.1:%d"}}]
        """;
    return Files.writeString(
        directory.resolve("kubeconfig"), text.formatted(server.getLocalPort()));
  }

  /** Has that record from now on. */
  void keep(String record) {
    Base64.Encoder encoder = Base64.getEncoder();
    byte[] text = encoder.encode(record.getBytes(StandardCharsets.UTF_8));
    secret =
        """
        {"apiVersion": "v1", "kind": "Secret", "type": "helm.sh/release.v1",
         "metadata": {"name": "sh.helm.release.v1.r.v1", "namespace": "default", "uid": "u",
           "resourceVersion": "1", "creationTimestamp": "2026-01-01T00:00:00Z",
           "labels": {"name": "r", "owner": "helm", "status": "deployed", "version": "1"}},
         "data": {"release": "%s"}}\
        """
            .formatted(encoder.encodeToString(text));
  }

  private void answer(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String request = in.readLine();
    for (String line = request; line != null && !line.isEmpty(); ) {
      line = in.readLine();
    }
    if (request != null) {
      String path = request.split(" ")[1].replaceFirst("\\?.*", "");
      String body = body(path);
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      String head =
          "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(body.contains("\"NotFound\"") ? "404 Not Found" : "200 OK", length);
      connection.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    }
  }

  private String body(String path) {
    if (path.equals("/version")) {
      return "{\"major\": \"1\", \"minor\": \"34\", \"gitVersion\": \"v1.34.0\"}";
    } else if (path.endsWith("/secrets")) {
      return "{\"apiVersion\": \"meta.k8s.io/v1\", \"kind\": \"PartialObjectMetadataList\","
          + " \"metadata\": {}, \"items\": ["
          + secret
          + "]}";
    } else if (path.contains("/secrets/")) {
      return secret;
    }
    return "{\"apiVersion\": \"v1\", \"kind\": \"Status\", \"status\": \"Failure\","
        + " \"reason\": \"NotFound\", \"message\": \"nothing is here\", \"code\": 404}";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
