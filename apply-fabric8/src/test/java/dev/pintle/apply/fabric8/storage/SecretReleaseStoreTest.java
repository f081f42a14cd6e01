package dev.pintle.apply.fabric8.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.ReleaseStore.StaleException;
import dev.pintle.apply.history.helm.HelmRecord;
import dev.pintle.chart.Chart;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.render.Pintle;
import dev.pintle.testing.cluster.BesideHelm;
import dev.pintle.testing.cluster.ControlPlane;
import dev.pintle.testing.cluster.OnControlPlane;
import dev.pintle.testing.cluster.RealHelm;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnControlPlane
@BesideHelm
class SecretReleaseStoreTest {

  private static final Map<String, String> CHART =
      Map.of(
          "Chart.yaml",
          """
          apiVersion: v2
          name: kept
          version: 1.2.3
          appVersion: "7"
          dependencies:
            - {name: below, version: 0.1.0, repository: "", import-values: [data]}
            - {name: idle, version: 0.1.0, repository: "", condition: idle.enabled}
          """,
          "values.yaml",
          "size: 5\nratio: 0.5\nnothing: null\nidle: {enabled: false}\n",
          "charts/below/Chart.yaml",
          "{apiVersion: v2, name: below, version: 0.1.0}",
          "charts/below/values.yaml",
          "own: [1, a]\nexports: {data: {imported: {deep: 1}}}\n",
          "charts/idle/Chart.yaml",
          "{apiVersion: v2, name: idle, version: 0.1.0}",
          "templates/map.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: {{ .Release.Name }}-map}
          data: {size: "<{{ .Values.size }}>"}
          """,
          "templates/hook.yaml",
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: {{ .Release.Name }}-hook
            annotations: {helm.sh/hook: "post-install,test", helm.sh/hook-weight: "3"}
          """,
          "templates/NOTES.txt",
          "Have {{ .Release.Name }} & be well.\n");

  private final ControlPlane plane;
  private final RealHelm helm;
  private final KubernetesClient client;
  private final Api api;
  private final SecretReleaseStore store;
  private final String namespace;

  @TempDir Path directory;

  SecretReleaseStoreTest(ControlPlane plane, RealHelm helm) {
    this.plane = plane;
    this.helm = helm;
    this.client = plane.client();
    this.api = new Api(client, Duration.ofSeconds(30));
    this.store = new SecretReleaseStore(api);
    this.namespace = plane.newNamespace("store");
  }

  @BeforeEach
  void writeChart() throws Exception {
    for (Map.Entry<String, String> file : CHART.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  @AfterEach
  void close() {
    client.close();
  }

  private ReleaseRecord record(String name, int revision) {
    Instant now = Instant.parse("2026-02-03T04:05:06.7Z");
    return ReleaseRecord.of(
        Pintle.render(
            Chart.load(directory),
            request -> request.name(name).namespace(namespace).set("size=6")),
        revision,
        new ReleaseRecord.Info(now, now, null, ReleaseStatus.DEPLOYED, "Install complete", ""),
        Map.of("team", "a"),
        ReleaseRecord.Method.SERVER_SIDE);
  }

  private Table secret(String release, int revision) {
    String name = ReleaseSecret.name(release, revision);
    ResourceType secrets = new ResourceType("", "v1", "Secret", "secrets", true, false);
    return api.send(ApiRequest.get(secrets.path(namespace, name))).body();
  }

  /** The same release by Helm and by us: but for times and our annotations, nothing differs. */
  @Test
  void writesTheSecretThatHelmWrites() throws Exception {
    helm.run(
            plane,
            "install",
            "same",
            directory.toString(),
            "--namespace=" + namespace,
            "--set=size=6",
            "--labels=team=a",
            "--no-hooks")
        .orFail();
    ReleaseSecret byHelm = new ReleaseSecret(secret("same", 1));
    client.secrets().inNamespace(namespace).withName(byHelm.name()).delete();

    store.create(record("same", 1), null);

    ReleaseSecret ours = new ReleaseSecret(secret("same", 1));
    assertThat(ours.object().get("type")).isEqualTo(byHelm.object().get("type"));
    assertThat(timeless(Fields.labels(ours.object())))
        .isEqualTo(timeless(Fields.labels(byHelm.object())));
    assertThat(timeless(ours.record())).isEqualTo(timeless(byHelm.record()));
  }

  private static Map<String, String> timeless(Map<String, String> labels) {
    labels.remove("createdAt");
    labels.remove("modifiedAt");
    return labels;
  }

  private static String timeless(HelmRecord record) throws Exception {
    Table json = record.json().deepCopy();
    Table chart = (Table) json.get("chart");
    chart.remove("modtime");
    chart.remove("schemamodtime");
    for (String files : List.of("templates", "files")) {
      if (chart.get(files) instanceof Sequence list) {
        list.forEach(file -> ((Table) file).remove("modtime"));
      }
    }
    Table info = (Table) json.get("info");
    info.remove("first_deployed");
    info.remove("last_deployed");
    return JsonWriter.write(json);
  }

  @Test
  void helmReadsWhatWeStore() throws Exception {
    store.create(record("ours", 1), null);

    assertThat(helm("get", "manifest", "ours")).isEqualTo(record("ours", 1).manifest() + "\n");
    assertThat(helm("get", "notes", "ours")).isEqualTo("NOTES:\nHave ours & be well.\n\n");
    assertThat(helm("get", "values", "ours", "-o", "json")).isEqualTo("{\"size\":6}\n");
    assertThat(helm("get", "hooks", "ours")).contains("helm.sh/hook-weight: \"3\"");
    Table listed = (Table) ((Sequence) JsonReader.read(helm("list", "-o", "json"))).get(0);
    assertThat(listed)
        .containsEntry("name", "ours")
        .containsEntry("revision", "1")
        .containsEntry("status", "deployed")
        .containsEntry("chart", "kept-1.2.3")
        .containsEntry("app_version", "7");
    assertThat((String) listed.get("updated")).startsWith("2026-02-03 04:05:06.7 ");
  }

  private String helm(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--namespace=" + namespace;
    return helm.run(plane, all).orFail();
  }

  @Test
  void readsWhatItStored() throws Exception {
    Hold hold = new Hold("me", Instant.parse("2026-01-01T00:00:00Z"), store.now());
    Entry created = store.create(record("kept", 7), hold);

    assertThat(created.revision()).isEqualTo(7);
    assertThat(created.labels()).containsExactly(Map.entry("team", "a"));
    assertThat(created.hold()).isEqualTo(hold);
    assertThat(created.modifiedAt())
        .isBetween(store.now().minusSeconds(60), store.now().plusSeconds(60));
    assertThat(store.entries("kept", namespace)).containsExactly(created);
    assertThat(store.entries(namespace)).containsExactly(created);
    assertThat(store.entries("")).contains(created);
    assertThat(store.entries("other", namespace)).isEmpty();

    ReleaseRecord read = store.read(created).record();
    assertThat(JsonWriter.write(HelmRecord.of(read).json()))
        .isEqualTo(JsonWriter.write(HelmRecord.of(record("kept", 7)).json()));
    assertThat(read.labels()).isEqualTo(created.labels());
  }

  @Test
  void aRevisionIsMadeOnce() throws Exception {
    store.create(record("once", 1), null);

    assertThatThrownBy(
            () -> store.create(record("once", 1).withStatus(ReleaseStatus.FAILED, ""), null))
        .isInstanceOf(StaleException.class)
        .hasMessage("secret \"sh.helm.release.v1.once.v1\" exists already");
  }

  /** A request whose answer was lost is sent again; the second one finds the first one's work. */
  @Test
  void whatWasStoredByALostRequestIsStored() throws Exception {
    ReleaseRecord record = record("again", 1);
    Hold hold = new Hold("me", store.now(), store.now());
    Entry first = store.create(record, hold);

    assertThat(store.create(record, hold)).isEqualTo(first);

    ReleaseRecord failed = record.withStatus(ReleaseStatus.FAILED, "no");
    Entry updated = store.update(first, failed, hold);
    Entry renewed = store.renew(updated, new Hold("me", hold.since(), hold.until().plusSeconds(9)));
    assertThat(store.renew(updated, renewed.hold())).isEqualTo(renewed);
  }

  @Test
  void whoComesSecondIsTold() throws Exception {
    Entry first = store.create(record("race", 1), null);
    Entry second =
        store.update(first, record("race", 1).withStatus(ReleaseStatus.FAILED, "x"), null);

    assertThat(second.status()).isEqualTo(ReleaseStatus.FAILED);
    assertThat(store.read(second).record().info().description()).isEqualTo("x");
    String told =
        "secret \"sh.helm.release.v1.race.v1\" was changed by somebody else: it is failed";
    assertThatThrownBy(() -> store.update(first, record("race", 1), null))
        .isInstanceOf(StaleException.class)
        .hasMessage(told);
    assertThatThrownBy(() -> store.renew(first, new Hold("me", store.now(), store.now())))
        .isInstanceOf(StaleException.class)
        .hasMessage(told);

    store.delete(second);
    store.delete(second);
    assertThatThrownBy(() -> store.read(second)).isInstanceOf(StaleException.class);
    assertThatThrownBy(() -> store.update(second, record("race", 1), null))
        .isInstanceOf(StaleException.class);
    assertThat(store.entries("race", namespace)).isEmpty();
  }

  @Test
  void helmEndsAHoldWhenItWrites() throws Exception {
    Entry held =
        store.create(record("taken", 1), new Hold("me", store.now(), store.now().plusSeconds(60)));

    helm("upgrade", "taken", directory.toString(), "--no-hooks");

    assertThat(store.entries("taken", namespace))
        .extracting(Entry::revision, Entry::status, Entry::hold)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, ReleaseStatus.SUPERSEDED, null),
            org.assertj.core.groups.Tuple.tuple(2, ReleaseStatus.DEPLOYED, null));
    assertThatThrownBy(() -> store.renew(held, held.hold())).isInstanceOf(StaleException.class);
  }

  @Test
  void whatMayNotBeReadIsToldInTheServersWords() {
    try (KubernetesClient guest = plane.client(plane.url(), plane.guestToken())) {
      SecretReleaseStore forbidden = new SecretReleaseStore(new Api(guest, Duration.ofSeconds(10)));

      assertThatThrownBy(() -> forbidden.entries("any", namespace))
          .isInstanceOf(ApplyException.class)
          .hasMessageStartingWith("query: failed to query with labels: secrets is forbidden");
      assertThatThrownBy(() -> forbidden.create(record("any", 1), null))
          .isInstanceOf(ApplyException.class)
          .hasMessageStartingWith("create: failed to create: secrets is forbidden");
    }
  }

  @Test
  void whatIsNoRecordIsNamed() {
    client
        .secrets()
        .inNamespace(namespace)
        .resource(
            new io.fabric8.kubernetes.api.model.SecretBuilder()
                .withNewMetadata()
                .withName(ReleaseSecret.name("broken", 1))
                .withLabels(Map.of("owner", "helm", "name", "broken", "version", "1"))
                .endMetadata()
                .withType(ReleaseSecret.TYPE)
                .build())
        .create();
    Entry entry = store.entries("broken", namespace).get(0);

    assertThat(entry.status()).isEqualTo(ReleaseStatus.UNKNOWN);
    assertThatThrownBy(() -> store.read(entry))
        .hasMessageStartingWith(
            "get: failed to decode data \"sh.helm.release.v1.broken.v1\": no release record: ");
  }
}
