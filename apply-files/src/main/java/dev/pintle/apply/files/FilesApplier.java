package dev.pintle.apply.files;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Drift;
import dev.pintle.apply.Feature;
import dev.pintle.apply.LiveStatus;
import dev.pintle.apply.ObjectForm;
import dev.pintle.apply.Plan;
import dev.pintle.apply.Target;
import dev.pintle.apply.TestOptions;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.release.Capabilities;
import dev.pintle.release.Release;
import dev.pintle.template.ClusterReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes releases into a directory, such as a git working tree: {@code ROOT/NAMESPACE/RELEASE} with
 * one file per object, for GitOps of rendered manifests. The files hold what the templates printed,
 * without marks; hooks and CRDs are files like others, since whoever applies them knows what they
 * are. The same release gives the same bytes. Files that are not the release's stay.
 *
 * <p>Its history is that of the working tree, so it keeps only the last revision. Drift is what was
 * done to the files since they were written; where they are in a git repository, it is told field
 * by field, with who committed it and when.
 */
public final class FilesApplier implements Applier {

  private final Path root;

  /** An applier that writes below a directory, which is made if need be. */
  public FilesApplier(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return "files";
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.CRDS, Feature.PRUNE, Feature.OWNERSHIP, Feature.DRIFT);
  }

  static ApplyException unsupported(Feature feature) {
    return new ApplyException(
        Reason.UNSUPPORTED, "the applier \"files\" does not have the feature " + feature);
  }

  private ReleaseDirectory directory(String name, String namespace) {
    return new ReleaseDirectory(root, namespace, name);
  }

  @Override
  public Target target(String name, String namespace) {
    Optional<ReleaseRecord> record = record(name, namespace);
    return new Target(
        name,
        namespace,
        record.map(ReleaseRecord::revision).orElse(0) + 1,
        Capabilities.standard(),
        record.orElse(null));
  }

  private Optional<ReleaseRecord> record(String name, String namespace) {
    ReleaseDirectory directory = directory(name, namespace);
    return ReleaseDirectory.doing(
        directory.path(),
        () -> {
          Optional<ReleaseIndex> index = directory.index();
          return index.isEmpty() ? Optional.empty() : Optional.of(directory.record(index.get()));
        });
  }

  @Override
  public ClusterReader cluster() {
    return ClusterReader.none();
  }

  @Override
  public Plan plan(Release release, ApplyOptions options) {
    ReleaseDirectory directory = directory(release.name(), release.namespace());
    return ReleaseDirectory.doing(
        directory.path(), () -> new Planning(directory, release, options).plan());
  }

  @Override
  public Plan planRollback(String name, String namespace, int revision, ApplyOptions options) {
    throw unsupported(Feature.ROLLBACK);
  }

  @Override
  public ApplyResult apply(Release release, ApplyOptions options) {
    return new Writing(directory(release.name(), release.namespace()), release, options).run();
  }

  @Override
  public ApplyResult rollback(String name, String namespace, int revision, ApplyOptions options) {
    throw unsupported(Feature.ROLLBACK);
  }

  @Override
  public ApplyResult uninstall(String name, String namespace, UninstallOptions options) {
    return new Removal(directory(name, namespace), name, options).run();
  }

  @Override
  public ApplyResult test(String name, String namespace, TestOptions options) {
    throw unsupported(Feature.HOOKS);
  }

  @Override
  public List<ReleaseRecord> history(String name, String namespace) {
    return List.of(status(name, namespace).record());
  }

  @Override
  public LiveStatus status(String name, String namespace, int revision, ObjectForm form) {
    ReleaseRecord record =
        record(name, namespace)
            .filter(found -> revision == 0 || found.revision() == revision)
            .orElseThrow(() -> new ApplyException(Reason.NOT_FOUND, "release: not found"));
    return new LiveStatus(record, null, List.of(), Map.of(), List.of());
  }

  @Override
  public List<ReleaseRecord> list(String namespace) {
    return ReleaseDirectory.doing(
        root,
        () -> {
          List<ReleaseRecord> records = new ArrayList<>();
          for (ReleaseDirectory directory : ReleaseDirectory.all(root)) {
            ReleaseIndex index = directory.index().orElseThrow();
            if (namespace.isEmpty() || index.namespace().equals(namespace)) {
              records.add(directory.record(index));
            }
          }
          return records;
        });
  }

  @Override
  public Drift drift(String name, String namespace) {
    ReleaseDirectory directory = directory(name, namespace);
    return ReleaseDirectory.doing(directory.path(), () -> new DriftCheck(directory).check());
  }

  /** Nothing is open between two operations. */
  @Override
  public void close() {
    // nothing to close
  }
}
