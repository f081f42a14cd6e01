package dev.pintle.testing.cluster;

import dev.pintle.testing.cluster.Credentials.User;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running etcd and Kubernetes API server, on free loopback ports, with their data in a directory
 * of their own; on request with the controllers, which collect garbage, empty namespaces and make
 * ReplicaSets, Pods and the like. There is no kubelet: no pod starts, and what reports a status is
 * the test. Server-side apply, admission of built-in types, custom resources, watches and RBAC are
 * real.
 *
 * <p>Safe for use by several threads. The servers end with {@link #close()}, and at the latest with
 * the JVM, even if that is killed.
 */
public final class ControlPlane implements AutoCloseable {

  /** Parts that not every test needs. */
  public enum Part {
    /** kube-controller-manager. */
    CONTROLLERS
  }

  /** Four seconds are usual; on a machine with two busy cores half a minute has been seen. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ControlPlaneBinaries binaries;
  private final Path directory;
  private final ServiceAccountKeys keys;
  private final Credentials credentials;
  private final int port;
  private final AtomicInteger namespaces = new AtomicInteger();
  private final List<ServerProcess> others = new ArrayList<>();
  private final Thread atExit = new Thread(this::stop, "stop control plane");

  private URI etcd;
  private ServerProcess apiServer;
  private ApiConnection api;

  private ControlPlane(ControlPlaneBinaries binaries) throws IOException {
    this.binaries = binaries;
    this.directory = Files.createTempDirectory("control-plane");
    this.keys = ServiceAccountKeys.create(directory);
    this.credentials = Credentials.create(directory);
    this.port = freePort();
  }

  /**
   * Starts a control plane and returns when it is ready.
   *
   * @throws IllegalStateException with the end of its log if a server ends by itself or does not
   *     become ready
   */
  public static ControlPlane start(ControlPlaneBinaries binaries, Set<Part> parts) {
    try {
      ControlPlane plane = new ControlPlane(binaries);
      Runtime.getRuntime().addShutdownHook(plane.atExit);
      try {
        plane.startEtcd();
        plane.startApiServer();
        if (parts.contains(Part.CONTROLLERS)) {
          plane.startControllers();
        }
        return plane;
      } catch (IOException | RuntimeException e) {
        plane.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the API is. */
  public URI url() {
    return URI.create("https://127.0.0.1:" + port);
  }

  /** The API server's certificate together with its issuer's, as PEM. */
  public Path certificate() {
    return directory.resolve("certs").resolve("apiserver.crt");
  }

  /** The bearer token of one who may do everything. */
  public String adminToken() {
    return User.ADMIN.token();
  }

  /**
   * The bearer token of the user {@code guest}, who may do only what a test allows with objects of
   * RBAC.
   */
  public String guestToken() {
    return User.GUEST.token();
  }

  /**
   * A client of the administrator, to be closed by whoever asked for it. The module that is tested
   * brings fabric8's client proper along.
   */
  public KubernetesClient client() {
    return client(url(), adminToken());
  }

  /**
   * A client that sends each request once.
   *
   * @param server where the API is, or what stands before it
   * @param token whose client it is
   */
  public KubernetesClient client(URI server, String token) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(server.toString())
            .withCaCertFile(certificate().toString())
            .withOauthToken(token)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** A kubeconfig file of the administrator; its context is named {@code admin}. */
  public Path kubeconfig() {
    return kubeconfig(User.ADMIN);
  }

  /** A kubeconfig file of the user of {@link #guestToken()}; its context is named {@code guest}. */
  public Path guestKubeconfig() {
    return kubeconfig(User.GUEST);
  }

  /**
   * Makes a namespace that no other test has.
   *
   * @param stem what its name begins with
   * @return its name
   */
  public String newNamespace(String stem) {
    String name = stem + "-" + namespaces.incrementAndGet();
    connection()
        .post(
            "/api/v1/namespaces",
            """
            {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s"}}"""
                .formatted(name));
    return name;
  }

  /** Kills the API server as a power failure would, and returns when it is gone. */
  public synchronized void killApiServer() {
    apiServer.close();
  }

  /**
   * Starts the API server after {@link #killApiServer()}, on the same port and data, and returns
   * when it is ready. Does nothing if it runs.
   */
  public synchronized void startApiServer() {
    if (apiServer != null && apiServer.isAlive()) {
      return;
    }
    apiServer =
        server(
            binaries.apiServer(),
            "--etcd-servers=" + etcd,
            "--bind-address=127.0.0.1",
            "--secure-port=" + port,
            "--advertise-address=127.0.0.1",
            "--endpoint-reconciler-type=none",
            "--cert-dir=" + certificate().getParent(),
            "--service-account-key-file=" + keys.publicKey(),
            "--service-account-signing-key-file=" + keys.privateKey(),
            "--service-account-issuer=https://kubernetes.default.svc",
            "--token-auth-file=" + credentials.tokens(),
            "--authorization-mode=RBAC",
            "--service-cluster-ip-range=10.0.0.0/24",
            "--disable-admission-plugins=ServiceAccount");
    apiServer.await(
        () -> Files.exists(certificate()) && connection().status("/readyz") == 200, PATIENCE);
  }

  private void startEtcd() throws IOException {
    etcd = URI.create("http://127.0.0.1:" + freePort());
    String peer = "http://127.0.0.1:" + freePort();
    others.add(
        server(
            binaries.etcd(),
            "--data-dir=" + directory.resolve("etcd"),
            "--unsafe-no-fsync",
            "--listen-client-urls=" + etcd,
            "--advertise-client-urls=" + etcd,
            "--listen-peer-urls=" + peer,
            "--initial-advertise-peer-urls=" + peer,
            "--initial-cluster=default=" + peer));
  }

  private void startControllers() throws IOException {
    Path program =
        binaries
            .controllerManager()
            .orElseThrow(() -> new IllegalStateException("there is no kube-controller-manager"));
    Path kubeconfig = kubeconfig();
    others.add(
        server(
            program,
            "--kubeconfig=" + kubeconfig,
            "--authentication-kubeconfig=" + kubeconfig,
            "--authorization-kubeconfig=" + kubeconfig,
            "--service-account-private-key-file=" + keys.privateKey(),
            "--bind-address=127.0.0.1",
            "--secure-port=" + freePort(),
            "--cert-dir=" + directory.resolve("controller-certs"),
            "--leader-elect=false"));
  }

  private ServerProcess server(Path program, String... flags) {
    String name = program.getFileName().toString();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(flags));
    return ServerProcess.start(name, directory.resolve(name + ".log"), command);
  }

  private Path kubeconfig(User user) {
    try {
      return credentials.kubeconfig(user, url(), certificate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Made late, because the server makes its certificate when it first starts. */
  synchronized ApiConnection connection() {
    if (api == null) {
      api = new ApiConnection(url(), adminToken(), certificate());
    }
    return api;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Kills the servers and deletes their data. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyShuttingDown) {
      // the hook finds nothing left to do
    }
  }

  private synchronized void stop() {
    if (apiServer != null) {
      apiServer.close();
    }
    others.forEach(ServerProcess::close);
    Directories.delete(directory);
  }
}
