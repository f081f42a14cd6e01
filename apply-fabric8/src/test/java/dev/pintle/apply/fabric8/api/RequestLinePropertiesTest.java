package dev.pintle.apply.fabric8.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever the parts of a path are, either the bytes of the request line say exactly them, or
 * nothing is sent.
 */
class RequestLinePropertiesTest {

  private static HeardServer server;

  @BeforeContainer
  static void open() {
    server = new HeardServer();
  }

  @AfterContainer
  static void close() {
    server.close();
  }

  @Provide
  Arbitrary<String> parts() {
    Arbitrary<String> bad =
        Arbitraries.of(
            "",
            ".",
            "..",
            "...",
            "%2e",
            "%2E%2e",
            ".%2e",
            "a/b",
            "../..",
            "a/../b",
            "\\",
            "..\\",
            "..;",
            ";x",
            "a?b",
            "?",
            "#",
            "a#b",
            "&",
            "a=b",
            " ",
            ". ",
            " .",
            "..\t",
            "a\nb",
            "a\r\nHost: x",
            "\0",
            "..\0",
            "\u007f",
            "\u0085",
            "%",
            "%00",
            "%2f",
            "%252e",
            "*",
            ":",
            "@",
            "//",
            "/",
            "a//b",
            "a/",
            "/a",
            "\udc80",
            "x\ud800",
            "\udc2e\udc2e",
            "．．",
            "\u2024\u2024",
            "é",
            "日本",
            "\ud83d\ude00",
            "~",
            "+",
            "a+b",
            "system:x",
            "{}",
            "\"",
            "namespaces",
            "log",
            "pods");
    return Arbitraries.frequencyOf(
        Tuple.of(3, bad),
        Tuple.of(3, Arbitraries.of("a", "web", "v1", "apps")),
        Tuple.of(2, Arbitraries.strings().ofMaxLength(12)),
        Tuple.of(2, Arbitraries.strings().withChars("./%2eE\\;?#\t\n ab").ofMaxLength(5)));
  }

  /** What Kubernetes takes as a segment, said again in another way. */
  private static boolean isSegment(String text) {
    return !text.isEmpty()
        && !text.matches("\\.\\.?")
        && text.chars().noneMatch(c -> c == '/' || c == '%' || c < 0x20 || c >= 0x7f && c < 0xa0)
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static List<String> sent(Supplier<ApiRequest> request) {
    try {
      server.api().send(request.get());
    } catch (ApiException e) {
      assertThat(e.code()).isEqualTo(ApiException.UNSENT);
      assertThat(server.last()).isNull();
      return null;
    }
    String line = server.last();
    assertThat(line.chars()).allMatch(c -> c > 0x20 && c < 0x7f || c == ' ');
    String[] words = line.split(" ", -1);
    assertThat(words).hasSize(3);
    assertThat(words[2]).isEqualTo("HTTP/1.1");
    String path = words[1].split("\\?", 2)[0];
    List<String> heard = new ArrayList<>(List.of(words[0]));
    for (String segment : path.substring(1).split("/", -1)) {
      assertThat(segment)
          .isNotEmpty()
          .doesNotMatch("(?i)(\\.|%2e){1,2}")
          .doesNotMatch(".*[\\\\;].*");
      heard.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return heard;
  }

  private static List<String> expected(
      String method, ResourceType type, String namespace, String... last) {
    List<String> parts = new ArrayList<>(List.of(method));
    parts.addAll(
        type.group().isEmpty()
            ? List.of("api", type.version())
            : List.of("apis", type.group(), type.version()));
    if (type.namespaced() && !namespace.isEmpty()) {
      parts.addAll(List.of("namespaces", namespace));
    }
    parts.add(type.plural());
    parts.addAll(List.of(last));
    return parts;
  }

  private static boolean isWhole(ResourceType type, String namespace) {
    return (type.group().isEmpty() || isSegment(type.group()))
        && isSegment(type.version())
        && isSegment(type.plural())
        && (!type.namespaced() || namespace.isEmpty() || isSegment(namespace));
  }

  @Property(tries = 600)
  void anObjectIsNamedByItsRequestOrByNone(
      @ForAll("parts") String group,
      @ForAll("parts") String version,
      @ForAll("parts") String plural,
      @ForAll("parts") String namespace,
      @ForAll("parts") String name,
      @ForAll boolean namespaced) {
    ResourceType type = new ResourceType(group, version, "X", plural, namespaced, false);
    boolean whole =
        isWhole(type, namespace) && isSegment(name) && !(namespaced && namespace.isEmpty());
    Stream.<Map.Entry<String, Supplier<ApiRequest>>>of(
            Map.entry("GET", () -> ApiRequest.get(type.path(namespace, name))),
            Map.entry("DELETE", () -> ApiRequest.delete(type.path(namespace, name), "{}")),
            Map.entry("PUT", () -> ApiRequest.replace(type.path(namespace, name), "{}")),
            Map.entry(
                "PATCH",
                () -> ApiRequest.patch(type.path(namespace, name), ApiRequest.APPLY, "{}")))
        .forEach(
            each ->
                assertThat(sent(each.getValue()))
                    .isEqualTo(whole ? expected(each.getKey(), type, namespace, name) : null));
    assertThat(sent(() -> ApiRequest.get(new LogPath(type.path(namespace, name)))))
        .isEqualTo(whole ? expected("GET", type, namespace, name, "log") : null);
  }

  @Property(tries = 600)
  void anObjectWhoseOtherPartsAreGoodIsNamedByItsRequestOrByNone(
      @ForAll("parts") String namespace, @ForAll("parts") String name) {
    anObjectIsNamedByItsRequestOrByNone("", "v1", "configmaps", namespace, name, true);
    anObjectIsNamedByItsRequestOrByNone("rbac", "v1", "clusterroles", "", name, false);
  }

  @Property(tries = 600)
  void aListIsOfWhatWasAskedFor(
      @ForAll("parts") String plural,
      @ForAll("parts") String namespace,
      @ForAll("parts") String query) {
    ResourceType type = new ResourceType("", "v1", "X", plural, true, false);
    Supplier<ApiRequest> list = () -> ApiRequest.get(type.path(namespace)).with("continue", query);
    boolean whole = isWhole(type, namespace);
    assertThat(sent(list)).isEqualTo(whole ? expected("GET", type, namespace) : null);
    Supplier<ApiRequest> create = () -> ApiRequest.create(type.path(namespace), "{}");
    assertThat(sent(create))
        .isEqualTo(whole && !namespace.isEmpty() ? expected("POST", type, namespace) : null);
  }

  @Property(tries = 400)
  void whatAServerSaysOfItselfIsAskedForThereOnly(
      @ForAll("parts") String group, @ForAll("parts") String version) {
    boolean whole = (group.isEmpty() || isSegment(group)) && isSegment(version);
    List<String> kinds =
        group.isEmpty() ? List.of("GET", "api", version) : List.of("GET", "apis", group, version);
    assertThat(sent(() -> ApiRequest.get(ServerPath.kinds(group, version))))
        .isEqualTo(whole ? kinds : null);
  }

  @Property(tries = 400)
  void aParameterAddsNothingButItself(
      @ForAll("parts") String name, @ForAll("parts") String key, @ForAll("parts") String value) {
    ResourceType type = new ResourceType("", "v1", "Pod", "pods", true, false);
    server.api().send(ApiRequest.get(type.path("a")).named(name));
    String line = server.last();
    assertThat(line).startsWith("GET /api/v1/namespaces/a/pods?fieldSelector=metadata.name%3D");
    assertThat(line.chars().filter(c -> c == '&' || c == '#' || c == ' ').count()).isEqualTo(2);
    boolean labels = key.matches("[-A-Za-z0-9_./]+") && value.matches("[-A-Za-z0-9_.]*");
    List<String> heard =
        sent(() -> ApiRequest.get(type.path("a")).with(LabelSelector.ALL.equal(key, value)));
    assertThat(heard != null).isEqualTo(labels);
  }
}
