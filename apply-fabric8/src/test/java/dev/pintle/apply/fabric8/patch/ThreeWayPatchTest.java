package dev.pintle.apply.fabric8.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Patches beside those of Kubernetes' own patch maker, for random objects of real kinds. The tables
 * were made by {@code build/patch-oracle}; {@code -Dpintle.patches=FILE} holds a longer one against
 * ours.
 */
@OnControlPlane
class ThreeWayPatchTest {

  private final KubernetesClient client;
  private final OpenApiTypes types;

  ThreeWayPatchTest(ControlPlane plane) {
    this.client = plane.client();
    this.types = new OpenApiTypes(new Api(client, Duration.ofSeconds(30)));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void isWhatKubernetesMakes() throws IOException, JsonException {
    String longer = System.getProperty("pintle.patches");
    List<String> rows =
        longer == null ? rows("strategic.jsonl") : Files.readAllLines(Path.of(longer));
    assertThat(rows).hasSizeGreaterThan(150);
    for (String text : rows) {
      Table row = (Table) JsonReader.read(text);
      assertThat(strategic(row)).as(text).isEqualTo(expected(row));
    }
  }

  /** The patch, or the error that there is none. */
  private String strategic(Table row) throws JsonException {
    String version = Fields.text(row, "apiVersion");
    int slash = version.indexOf('/');
    ResourceType type =
        new ResourceType(
            version.substring(0, Math.max(slash, 0)),
            version.substring(slash + 1),
            Fields.text(row, "kind"),
            "",
            true,
            false);
    Table original = Fields.table(row, "original");
    Table live = Fields.table(row, "live");
    Table wanted = Fields.table(row, "wanted");
    String before = JsonWriter.write(row);
    try {
      return JsonWriter.write(
          ThreeWayPatch.strategic(original, live, wanted, types.of(type).orElseThrow()));
    } catch (PatchException e) {
      return withoutItem(e.getMessage());
    } finally {
      assertThat(JsonWriter.write(row)).isEqualTo(before);
    }
  }

  private static String expected(Table row) throws JsonException {
    return row.get("error") instanceof String error
        ? withoutItem(error)
        : JsonWriter.write(row.get("patch"));
  }

  /** Go looks at fields in any order, so that it may name any item that has not got its key. */
  private static String withoutItem(String error) {
    return error.replaceAll("map: .* does not contain declared merge key: .*", "no merge key");
  }

  @Test
  void mergesTheRestAsJson() throws IOException, JsonException {
    List<String> rows = rows("json.jsonl");
    assertThat(rows).hasSize(50);
    for (String text : rows) {
      Table row = (Table) JsonReader.read(text);
      Table patch = ThreeWayPatch.json(Fields.table(row, "original"), Fields.table(row, "wanted"));
      assertThat(JsonWriter.write(patch)).as(text).isEqualTo(expected(row));
    }
  }

  @Test
  void knowsNothingOfOtherKinds() {
    assertThat(types.of(new ResourceType("example.com", "v1", "Thing", "things", true, true)))
        .isEmpty();
  }

  private static List<String> rows(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ThreeWayPatchTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
