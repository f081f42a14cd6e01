package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.testing.apply.SmallChart;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation says in Helm's words that there is no server. */
class UnreachableTest {

  private static Stream<Map.Entry<String, Consumer<Applier>>> operations() {
    Map<String, Consumer<Applier>> operations =
        Map.of(
            "target", applier -> applier.target("web", "play"),
            "plan", applier -> applier.plan(new SmallChart().configMap("a", "1").render("play")),
            "apply", applier -> applier.apply(new SmallChart().configMap("a", "1").render("play")),
            "rollback", applier -> applier.rollback("web", "play", 0, ApplyOptions.defaults()),
            "uninstall", applier -> applier.uninstall("web", "play", UninstallOptions.defaults()),
            "test", applier -> applier.test("web", "play", TestOptions.defaults()),
            "history", applier -> applier.history("web", "play"),
            "status", applier -> applier.status("web", "play"),
            "list", applier -> applier.list(""),
            "drift", applier -> applier.drift("web", "play"));
    return operations.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isSaid(Map.Entry<String, Consumer<Applier>> operation) throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + closed.getLocalPort();
      closed.close();
      try (Applier applier =
          Fabric8Applier.of(
              new KubernetesClientBuilder()
                  .withConfig(
                      new ConfigBuilder()
                          .withAutoConfigure(false)
                          .withMasterUrl(url)
                          .withRequestRetryBackoffLimit(0)
                          .build())
                  .build(),
              Fabric8Settings.defaults().withPatience(Duration.ZERO))) {
        ApplyException failure =
            catchThrowableOfType(ApplyException.class, () -> operation.getValue().accept(applier));
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageStartingWith("kubernetes cluster unreachable: ");
      }
    }
  }
}
