package dev.pintle.apply.fabric8.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /version",
        "GET /api/v1/namespaces/a/pods?watch=true&x=/../",
        "DELETE /api/v1/namespaces/a",
        "DELETE /api/v1/namespaces/a/pods/b?dryRun=All",
        "DELETE /apis/apps/v1/namespaces/a/deployments/b",
        "DELETE /apis/rbac.authorization.k8s.io/v1/clusterroles/a%3Ab",
      })
  void isLetPass(String request) {
    String[] words = request.split(" ");
    assertThat(Destination.checked(words[0], words[1])).isEqualTo(words[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET api/v1",
        "GET /api/v1/namespaces//secrets",
        "GET /api/v1/namespaces/../secrets",
        "GET /api/v1/namespaces/./secrets",
        "GET /api/v1/namespaces/%2e%2E/secrets",
        "GET /api/v1/namespaces/.%2e/secrets",
        "PATCH /api/v1/namespaces/a/pods/",
        "PATCH /api/v1/namespaces/a/pods/..\\x",
        "DELETE /",
        "DELETE /api",
        "DELETE /api/v1",
        "DELETE /api/v1/pods",
        "DELETE /api/v1/namespaces",
        "DELETE /api/v1/namespaces/a/pods",
        "DELETE /api/v1/namespaces/a/finalize",
        "DELETE /api/v1/namespaces/a/pods/b/eviction",
        "DELETE /api/v1/pods/a/b/c",
        "DELETE /apis/apps/v1/deployments",
        "DELETE /apis/apps/v1/namespaces/a/deployments",
        "DELETE /apis/apps/v1/namespaces/a/deployments?x=/b",
        "DELETE /version",
      })
  void isHeldBack(String request) {
    String[] words = request.split(" ");
    assertThatThrownBy(() -> Destination.checked(words[0], words[1]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(words[1]);
  }
}
