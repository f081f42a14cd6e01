package dev.pintle.apply.fabric8.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that says its kinds are elsewhere. Those that have no paths it does not have. */
class LyingDiscoveryTest {

  private static final String ANSWER =
      """
      {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {"name": "GROUP"}, "versions": [
        {"version": "VERSION", "resources": [{"resource": "PLURAL", "scope": "Namespaced",
          "responseKind": {"kind": "Thing"}}]}]}]}\
      """;

  @ParameterizedTest
  @CsvSource({
    "g,  v1, things,     true",
    "g,  v1, ..,         false",
    "g,  v1, ../secrets, false",
    "g,  v1, things/log, false",
    "g,  v1, '',         false",
    "g,  v1, %2e%2e,     false",
    "g,  .., things,     false",
    "g,  '', things,     false",
    ".., v1, things,     false",
    "./a, v1, things,    false"
  })
  void isNotFollowed(String group, String version, String plural, boolean known) {
    String answer =
        ANSWER.replace("GROUP", group).replace("VERSION", version).replace("PLURAL", plural);
    try (HeardServer server =
        new HeardServer(line -> HeardServer.ok(line.startsWith("GET /apis ") ? answer : "{}"))) {
      assertThat(new ApiResources(server.api()).find(group + "/" + version, "Thing").isPresent())
          .isEqualTo(known);
    }
  }
}
