package dev.pintle.apply.fabric8.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that sends us on: what is asked of it is asked of nobody and of nothing else. */
class RedirectsTest {

  private static final ResourceType MAPS =
      new ResourceType("", "v1", "ConfigMap", "configmaps", true, false);

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void areNotFollowed(int code) {
    String answer =
        "HTTP/1.1 " + code + " Go\r\nLocation: /api/v1/namespaces\r\nContent-Length: 0\r\n\r\n";
    try (HeardServer server = new HeardServer(line -> answer)) {
      for (ApiRequest request :
          List.of(
              ApiRequest.get(MAPS.path("a", "b")), ApiRequest.delete(MAPS.path("a", "b"), "{}"))) {
        ApiException e = catchThrowableOfType(ApiException.class, () -> server.api().send(request));
        assertThat(e.code()).isEqualTo(code);
        assertThat(server.last())
            .isEqualTo(request.method() + " /api/v1/namespaces/a/configmaps/b HTTP/1.1");
      }
    }
  }
}
