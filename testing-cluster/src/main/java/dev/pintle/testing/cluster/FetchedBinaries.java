package dev.pintle.testing.cluster;

import io.fabric8.kubeapitest.KubeAPIServerConfig;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubeapitest.binary.Binaries;
import io.fabric8.kubeapitest.binary.BinaryManager;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The programs that fabric8's kube-api-test keeps in its own directory, or downloads into it where
 * the internet can be reached. Its settings ({@code KUBE_API_TEST_DIR}, {@code
 * KUBE_API_TEST_OFFLINE_MODE} …) apply.
 */
final class FetchedBinaries {

  /** The Kubernetes version that {@code .ci/run} builds, as kube-api-test writes it. */
  private static final String KUBERNETES = "1.34.*";

  /** A hundred megabytes on a slow line; a network that swallows packets must not hang a build. */
  private static final long MINUTES_TO_FETCH = 5;

  private FetchedBinaries() {}

  static Optional<ControlPlaneBinaries> find() {
    CompletableFuture<Binaries> fetching = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                fetching.complete(fetch());
              } catch (RuntimeException | LinkageError e) {
                fetching.completeExceptionally(e);
              }
            },
            "fetch control plane");
    thread.setDaemon(true);
    thread.start();
    try {
      Binaries binaries = fetching.get(MINUTES_TO_FETCH, TimeUnit.MINUTES);
      return Optional.of(
          new ControlPlaneBinaries(
              binaries.getEtcd().toPath(), binaries.getApiServer().toPath(), Optional.empty()));
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      System.getLogger(FetchedBinaries.class.getName())
          .log(Level.DEBUG, "kube-api-test has no control plane", cause);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Blocks as long as the network does. */
  private static Binaries fetch() {
    KubeAPIServerConfig config =
        KubeAPIServerConfigBuilder.anAPIServerConfig().withApiServerVersion(KUBERNETES).build();
    BinaryManager manager = new BinaryManager(config);
    manager.initAndDownloadIfRequired();
    Binaries binaries = manager.binaries();
    if (binaries == null) {
      throw new KubeAPITestException("nothing fetched");
    }
    return binaries;
  }
}
