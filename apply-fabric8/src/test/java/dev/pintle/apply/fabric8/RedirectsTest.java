package dev.pintle.apply.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.fabric8.api.SayingServer;
import dev.pintle.testing.cluster.Trap;
import io.fabric8.kubernetes.client.ConfigBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks a server goes nowhere else, whatever the server says. */
class RedirectsTest {

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void areNotFollowed(int code) {
    try (Trap trap = new Trap();
        SayingServer server =
            SayingServer.saying(code + " X\r\nLocation: " + trap.url() + "/version", "");
        Fabric8Applier applier =
            Fabric8Applier.of(
                new ConfigBuilder()
                    .withAutoConfigure(false)
                    .withMasterUrl(server.url())
                    .withOauthToken("secret")
                    .withRequestRetryBackoffLimit(0)
                    .build(),
                Fabric8Settings.defaults())) {
      assertThatThrownBy(() -> applier.list("a"))
          .isInstanceOf(ApplyException.class)
          .hasMessage(
              "kubernetes cluster unreachable: the server answered "
                  + code
                  + ": it leads to "
                  + trap.url()
                  + "/version, where nothing is sent");
      assertThat(trap.visits()).isZero();
    }
  }
}
