package dev.pintle.apply.history.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.apply.history.RecordedHook;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.chart.ChartFile;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.limit.LimitException;
import dev.pintle.release.Hook;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelmRecordTest {

  /** What the real Helm 4.2.4 wrote for a chart with a subchart, a lock, a schema and a hook. */
  private static HelmRecord byHelm() {
    try (InputStream in = HelmRecordTest.class.getResourceAsStream("/records/helm-4.2.4.txt")) {
      return HelmRecord.parse(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HelmRecord json(String text) {
    return HelmRecord.parse(
        Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsEverythingThatHelmWrote() {
    ReleaseRecord release = byHelm().release(Map.of("team", "a"));

    assertThat(release.name()).isEqualTo("recorded");
    assertThat(release.namespace()).isEqualTo("recs");
    assertThat(release.revision()).isEqualTo(1);
    assertThat(release.status()).isEqualTo(ReleaseStatus.DEPLOYED);
    assertThat(release.info().description()).isEqualTo("for <keeps>");
    assertThat(release.info().notes()).isEqualTo("Have recorded & be well\n");
    assertThat(release.info().firstDeployed()).isEqualTo(release.info().lastDeployed());
    assertThat(release.info().deleted()).isNull();
    assertThat(release.method()).isEqualTo(ReleaseRecord.Method.SERVER_SIDE);
    assertThat(release.labels()).containsExactly(Map.entry("team", "a"));
    assertThat(release.values().get("i")).isEqualTo(1000000.0);
    assertThat(release.manifest())
        .startsWith("---\n# Source: rec/charts/renamed/templates/cm.yaml\napiVersion: v1\n");

    assertThat(release.chart().name()).isEqualTo("rec");
    assertThat(release.chart().metadata().annotations()).containsEntry("b", "<x>");
    assertThat(release.chart().metadata().dependencies())
        .singleElement()
        .satisfies(
            dependency -> {
              assertThat(dependency.alias()).isEqualTo("renamed");
              assertThat(dependency.enabled()).isTrue();
            });
    assertThat(release.chart().lock().orElseThrow().digest()).isEqualTo("sha256:abc");
    assertThat(release.chart().values().get("imported")).isEqualTo(5.0);
    assertThat(release.chart().schema()).isPresent();
    assertThat(release.chart().templates())
        .extracting(ChartFile::name)
        .containsExactlyInAnyOrder(
            "templates/NOTES.txt", "templates/hook.yaml", "templates/map.yaml");
    assertThat(release.chart().files())
        .filteredOn(file -> file.name().equals("files.bin"))
        .extracting(ChartFile::data)
        .containsExactly(new byte[] {'b', 'y', 't', 'e', 's', ' ', (byte) 0xff, (byte) 0xfe});

    RecordedHook hook = release.hooks().get(0);
    assertThat(hook.hook().resource().name()).isEqualTo("recorded-hook");
    assertThat(hook.hook().resource().kind()).isEqualTo("ConfigMap");
    assertThat(hook.hook().events())
        .containsExactly(Hook.Event.PRE_INSTALL, Hook.Event.POST_UPGRADE);
    assertThat(hook.hook().weight()).isEqualTo(-3);
    assertThat(hook.hook().deletePolicies())
        .containsExactly("hook-succeeded", "before-hook-creation");
    assertThat(hook.lastRun().phase()).isEqualTo(RecordedHook.Phase.SUCCEEDED);
    assertThat(hook.lastRun().completedAt()).isAfter(hook.lastRun().startedAt());
  }

  @Test
  void writesWhatHelmWroteButForTheTimesOfFiles() throws Exception {
    HelmRecord helms = byHelm();

    HelmRecord ours = HelmRecord.of(helms.release(Map.of()));

    Table expected = helms.json().deepCopy();
    Table chart = (Table) expected.get("chart");
    chart.put("schemamodtime", "0001-01-01T00:00:00Z");
    chart.remove("modtime");
    for (String files : List.of("templates", "files")) {
      ((Sequence) chart.get(files)).forEach(file -> ((Table) file).remove("modtime"));
    }
    assertThat(JsonWriter.write(ours.json())).isEqualTo(JsonWriter.write(expected));
  }

  @Test
  void whatIsNotChangedStaysToTheLetter() throws Exception {
    HelmRecord helms = byHelm();

    HelmRecord rewritten = HelmRecord.parse(helms.with(helms.release(Map.of())).text());

    assertThat(JsonWriter.write(rewritten.json())).isEqualTo(JsonWriter.write(helms.json()));
  }

  @Test
  void fieldsOfANewerHelmAreKept() throws Exception {
    HelmRecord newer =
        json(
            """
            {"name": "n", "version": 3, "sequence": {"step": 1}, "apply_method": "quantum",
             "info": {"status": "deployed", "last_deployed": "2026-01-02T03:04:05+01:00",
                      "mood": "good"},
             "hooks": [{"name": "h", "kind": "Job", "events": ["pre-dawn", "test"],
                        "manifest": "kind: Job\\nmetadata: {name: h}", "shy": true,
                        "last_run": {"phase": "Unheard", "by": "x"}}]}\
            """);
    ReleaseRecord read = newer.release(Map.of());
    RecordedHook hook = read.hooks().get(0);
    Instant ran = Instant.parse("2026-05-06T07:08:09Z");

    Table written =
        newer
            .with(
                read.withStatus(ReleaseStatus.SUPERSEDED, "replaced")
                    .withHooks(
                        List.of(
                            hook.withRun(
                                new RecordedHook.Run(ran, null, RecordedHook.Phase.RUNNING)))))
            .json();

    Table expected =
        (Table)
            JsonReader.read(
                """
                {"name": "n", "version": 3, "sequence": {"step": 1}, "apply_method": "quantum",
                 "info": {"status": "superseded", "last_deployed": "2026-01-02T03:04:05+01:00",
                          "mood": "good", "description": "replaced"},
                 "hooks": [{"name": "h", "kind": "Job", "events": ["pre-dawn", "test"],
                            "manifest": "kind: Job\\nmetadata: {name: h}", "shy": true,
                            "last_run": {"phase": "Running", "by": "x", "started_at": "…"}}]}\
                """);
    Table run = (Table) ((Table) ((Sequence) written.get("hooks")).get(0)).get("last_run");
    assertThat(java.time.OffsetDateTime.parse((String) run.get("started_at")).toInstant())
        .isEqualTo(ran);
    ((Table) ((Table) ((Sequence) expected.get("hooks")).get(0)).get("last_run"))
        .put("started_at", run.get("started_at"));
    assertThat(JsonWriter.write(written)).isEqualTo(JsonWriter.write(expected));
  }

  @Test
  void timesOfOldRecordsMayBeEmptyOrZero() {
    ReleaseRecord release =
        json("""
        {"name": "old", "info": {"first_deployed": "2019-01-01T00:00:00.5Z",
         "last_deployed": "", "deleted": "0001-01-01T00:00:00Z"}, "chart": null}\
        """)
            .release(Map.of());

    assertThat(release.info().firstDeployed()).isEqualTo("2019-01-01T00:00:00.5Z");
    assertThat(release.info().lastDeployed()).isNull();
    assertThat(release.info().deleted()).isNull();
    assertThat(release.method()).isEqualTo(ReleaseRecord.Method.UNSAID);
    assertThat(release.chart().name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name': 5}                          | name is number and not a string",
        "{'version': 1.5}                     | version is number and not a whole number",
        "{'info': []}                         | info is array and not an object",
        "{'info': {'deleted': 'now'}}         | info.deleted is \"now\" and not a time",
        "{'hooks': [{'events': [{}]}]}        | hooks.events is object and not a list of strings",
        "{'hooks': [{'last_run': 'never'}]}   | hooks.last_run is \"never\" and not an object",
        "{'chart': {'templates': {}}}         | the chart's templates is not a list",
      })
  void saysWhichFieldIsWrong(String record, String expected) {
    HelmRecord stored = json(record.replace('\'', '"'));

    assertThatThrownBy(() -> stored.release(Map.of()))
        .isInstanceOf(PintleException.class)
        .hasMessage("no release record: " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "%, it is not in base64",
    "W10=, it is no JSON object",
    "H4sIAAAAAAAA, it cannot be decompressed",
    "e30x, invalid character '1' after top-level value",
  })
  void saysWhatIsNoRecord(String text, String expected) {
    assertThatThrownBy(() -> HelmRecord.parse(text))
        .isInstanceOf(PintleException.class)
        .hasMessage("no release record: " + expected);
  }

  /** What may be anywhere in a record, with so many levels in all, and what stands around it. */
  static Stream<Arguments> deepPlaces() {
    return Stream.of("%s", "{\"config\":%s}", "{\"chart\":{\"values\":%s}}", "{\"new\":[%s]}")
        .flatMap(place -> Stream.of(601, 9_000, 100_000).map(depth -> Arguments.of(place, depth)));
  }

  @ParameterizedTest
  @MethodSource("deepPlaces")
  void whatIsNestedTooDeeplyIsNoRecord(String place, int depth) {
    String deep = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    assertThatThrownBy(() -> json(place.formatted(deep)))
        .isInstanceOf(LimitException.class)
        .hasMessage("no release record: it is nested more than 600 levels deep");
  }

  @Test
  void aDeepRecordIsOneIfItIsNotTooDeep() {
    String deep = "{\"a\":".repeat(598) + "1" + "}".repeat(598);
    HelmRecord record = json("{\"config\":" + deep + "}");
    ReleaseRecord release = record.release(Map.of());
    ReleaseRecord failed = release.withStatus(ReleaseStatus.FAILED, "");
    assertThat(HelmRecord.parse(record.with(failed).text()).release(Map.of())).isEqualTo(failed);
  }

  @Test
  void whatIsTooLargeIsNoRecord() {
    assertThatThrownBy(() -> json("[" + "[],".repeat(1_000_000) + "1]"))
        .isInstanceOf(LimitException.class)
        .hasMessage("no release record: it has more than 1000000 values");
    byte[] long33 = new byte[33 << 20];
    assertThatThrownBy(() -> HelmRecord.parse(packed(long33)))
        .isInstanceOf(LimitException.class)
        .hasMessage("no release record: it is longer than 33554432 bytes");
  }

  @Test
  void emptyMembersOfGzipAreReadOneByOne() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    byte[] empty = Base64.getDecoder().decode(packed(new byte[0]));
    for (int i = 0; i < 20_000; i++) {
      members.writeBytes(empty);
    }
    members.writeBytes(
        Base64.getDecoder().decode(packed("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8))));
    String text = Base64.getEncoder().encodeToString(members.toByteArray());
    assertThat(HelmRecord.parse(text).release(Map.of()).name()).isEqualTo("a");
  }

  private static String packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }
}
