package dev.pintle.apply.fabric8;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Drift;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.Feature;
import dev.pintle.apply.LiveStatus;
import dev.pintle.apply.ObjectForm;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Plan;
import dev.pintle.apply.Target;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiResources;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.patch.OpenApiTypes;
import dev.pintle.apply.fabric8.storage.SecretReleaseStore;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.chart.ChartFile;
import dev.pintle.release.Capabilities;
import dev.pintle.release.KubeVersion;
import dev.pintle.release.Release;
import dev.pintle.template.ClusterReader;
import dev.pintle.values.Table;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings releases to a Kubernetes cluster with a fabric8 client, as Helm 4 does it: what Helm has
 * installed it goes on with, and Helm goes on with what it has installed. Safe for use by several
 * threads.
 */
public final class Fabric8Applier implements Applier {

  private final KubernetesClient client;
  private final Connection connection;

  /**
   * An applier.
   *
   * @param client is closed with the applier
   * @param store makes the store of releases
   */
  Fabric8Applier(
      KubernetesClient client, Fabric8Settings settings, Function<Api, ReleaseStore> store) {
    this.client = client;
    Api api = new Api(client, settings.patience(), settings.limits());
    this.connection =
        new Connection(
            api,
            new ApiResources(api),
            new OpenApiTypes(api),
            new Workers(settings.parallelism()),
            new Releases(store, api, settings.holdFor()),
            settings);
  }

  /** An applier to the cluster that the user's kubeconfig names, or that this process runs in. */
  public static Fabric8Applier connect() {
    return connect(null);
  }

  /**
   * An applier to the cluster of a context.
   *
   * @param context of the user's kubeconfig; null for the one that is current
   */
  public static Fabric8Applier connect(String context) {
    Config config =
        new ConfigBuilder(Config.autoConfigure(context))
            .withRequestRetryBackoffLimit(0) // we try again ourselves, and can be stopped then
            .build();
    return of(config, Fabric8Settings.defaults());
  }

  /**
   * An applier to the cluster of a configuration.
   *
   * @param config is to leave trying again to the applier, which can be stopped then: {@code
   *     requestRetryBackoffLimit} 0
   */
  public static Fabric8Applier of(Config config, Fabric8Settings settings) {
    return of(
        new KubernetesClientBuilder()
            .withConfig(config)
            .withHttpClientFactory(new PromptHttp())
            .build(),
        settings);
  }

  /**
   * An applier that keeps releases in Secrets, as Helm does by default.
   *
   * @param client is closed with the applier
   */
  public static Fabric8Applier of(KubernetesClient client, Fabric8Settings settings) {
    return new Fabric8Applier(client, settings, SecretReleaseStore::new);
  }

  @Override
  public String name() {
    return "fabric8";
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.allOf(Feature.class);
  }

  @Override
  public Target target(String name, String namespace) {
    return asking(
        version -> {
          List<Entry> entries = connection.releases().store().entries(name, namespace);
          int next = entries.isEmpty() ? 1 : entries.get(entries.size() - 1).revision() + 1;
          ReleaseStatus last = lastStatus(entries);
          boolean free = last == null || last == ReleaseStatus.UNINSTALLED;
          ReleaseRecord current = free ? null : Base.of(connection.releases(), entries).record();
          return new Target(name, namespace, next, capabilities(version), current);
        });
  }

  @Override
  public Target installCrds(
      List<ChartFile> crds, String name, String namespace, ApplyOptions options) {
    if (!crds.isEmpty() && !options.skipCrds() && options.dryRun() == DryRun.NONE) {
      connection.requireReachable();
      try (Session session = new Session(connection, Operation.INSTALL, options.supervision())) {
        ReleaseStatus last = lastStatus(connection.releases().store().entries(name, namespace));
        // An install that was cut off is gone on with by an install.
        boolean free = last == null || last == ReleaseStatus.PENDING_INSTALL;
        if (Application.installs(options.mode(), free, last)) {
          new Crds(session).install(crds, namespace, options.method().after(null), options.force());
        }
      } catch (ApiException e) {
        throw Failures.of(e);
      }
    }
    return target(name, namespace);
  }

  /** The status of the last revision; null if there is none. */
  private static ReleaseStatus lastStatus(List<Entry> entries) {
    return entries.isEmpty() ? null : entries.get(entries.size() - 1).status();
  }

  private Capabilities capabilities(Table version) {
    Capabilities standard = Capabilities.standard();
    return new Capabilities(
        KubeVersion.parse(Fields.text(version, "gitVersion")),
        connection.types().apiVersions(),
        standard.helmVersion());
  }

  @Override
  public ClusterReader cluster() {
    return new LiveCluster(connection.api(), connection.types());
  }

  @Override
  public Plan plan(Release release, ApplyOptions options) {
    return asking(
        () -> new Planning(connection, release.name(), release.namespace(), options).plan(release));
  }

  @Override
  public Plan planRollback(String name, String namespace, int revision, ApplyOptions options) {
    return asking(() -> new Planning(connection, name, namespace, options).planRollback(revision));
  }

  @Override
  public ApplyResult apply(Release release, ApplyOptions options) {
    return new Application(connection, release, options).run();
  }

  @Override
  public ApplyResult rollback(String name, String namespace, int revision, ApplyOptions options) {
    return new Rollback(connection, name, namespace, revision, options, Set.of()).run();
  }

  @Override
  public ApplyResult uninstall(String name, String namespace, UninstallOptions options) {
    return new Uninstallation(connection, name, namespace, options, Set.of()).run();
  }

  @Override
  public ApplyResult test(String name, String namespace, TestOptions options) {
    return new TestRun(connection, name, namespace, options).run();
  }

  @Override
  public List<ReleaseRecord> history(String name, String namespace) {
    return asking(
        () -> {
          Failures.requireName("release", name);
          return entries(name, namespace).stream()
              .map(connection.releases()::readOrSayWhyNot)
              .toList();
        });
  }

  private List<Entry> entries(String name, String namespace) {
    List<Entry> entries = connection.releases().store().entries(name, namespace);
    if (entries.isEmpty()) {
      throw Failures.notFound();
    }
    return entries;
  }

  @Override
  public ReleaseRecord record(String name, String namespace, int revision) {
    return asking(() -> connection.releases().read(entry(name, namespace, revision)));
  }

  private Entry entry(String name, String namespace, int revision) {
    Failures.requireName("releaseContent: Release", name);
    List<Entry> entries = entries(name, namespace);
    if (revision == 0) {
      return entries.get(entries.size() - 1);
    }
    return entries.stream()
        .filter(each -> each.revision() == revision)
        .findFirst()
        .orElseThrow(Failures::notFound);
  }

  @Override
  public Map<String, String> storedLabels(String name, String namespace) {
    return asking(() -> entry(name, namespace, 0).storedLabels());
  }

  @Override
  public LiveStatus status(String name, String namespace, int revision, ObjectForm form) {
    return asking(
        () -> {
          Entry entry = entry(name, namespace, revision);
          ReleaseRecord record = connection.releases().read(entry);
          return new StatusCheck(connection, form).of(record, entry.hold());
        });
  }

  @Override
  public List<ReleaseRecord> list(String namespace) {
    return asking(
        () -> {
          Map<String, Entry> last = new LinkedHashMap<>();
          for (Entry entry : connection.releases().store().entries(namespace)) {
            last.put(entry.namespace() + "/" + entry.name(), entry);
          }
          List<ReleaseRecord> records = new ArrayList<>();
          last.values().forEach(entry -> records.add(connection.releases().readOrSayWhyNot(entry)));
          return records;
        });
  }

  @Override
  public Drift drift(String name, String namespace) {
    return asking(
        () -> new DriftCheck(connection, name, namespace).check(entries(name, namespace)));
  }

  /**
   * A server that is not there is said at once, as Helm does, and not asked for minutes; the
   * question gets what it says of its version.
   */
  private <T> T asking(Supplier<T> question) {
    return asking(version -> question.get());
  }

  private <T> T asking(Function<Table, T> question) {
    Table version = connection.requireReachable();
    try {
      return question.apply(version);
    } catch (ApiException e) {
      throw Failures.of(e);
    }
  }

  @Override
  public void close() {
    connection.workers().close();
    connection.releases().shutDown();
    client.close();
  }
}
