package dev.pintle.testing.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A node whose kubelet runs nothing and has nothing but logs, for which the API server asks it. It
 * is there for pods that name it as their node. Safe for use by several threads.
 */
public final class LogKubelet implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final HttpsServer server;

  /**
   * Registers a node; it stays registered.
   *
   * @param node its name
   * @param logs what a container has printed, by the names of its pod and its own; empty if the
   *     kubelet cannot tell
   */
  public LogKubelet(
      ControlPlane plane, String node, BiFunction<String, String, Optional<String>> logs) {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(withCertificate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JDK that cannot speak TLS", e);
    }
    server.createContext("/containerLogs/", exchange -> answer(exchange, logs));
    server.start();
    plane
        .connection()
        .post(
            "/api/v1/nodes",
            """
            {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "%s"}, "status": {
              "addresses": [{"type": "InternalIP", "address": "127.0.0.1"}],
              "daemonEndpoints": {"kubeletEndpoint": {"Port": %d}}}}"""
                .formatted(node, server.getAddress().getPort()));
  }

  /** The path is {@code /containerLogs/NAMESPACE/POD/CONTAINER}. */
  private static void answer(
      HttpExchange exchange, BiFunction<String, String, Optional<String>> logs) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    Optional<String> log = logs.apply(path[3], path[4]);
    byte[] bytes = log.orElse("nothing to be had").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(log.isPresent() ? 200 : 500, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** With a certificate of its own, which the JDK makes only at the prompt; nobody checks it. */
  private static SSLContext withCertificate() throws IOException, GeneralSecurityException {
    Path directory = Files.createTempDirectory("kubelet");
    try {
      Path file = directory.resolve("kubelet.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "kubelet",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=kubelet",
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!Files.exists(file)) {
        throw new IOException("keytool made no certificate: " + said);
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } finally {
      Directories.delete(directory);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
