package dev.pintle.apply;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.chart.ChartFile;
import dev.pintle.release.Release;
import dev.pintle.template.ClusterReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings releases to where they are to run, and looks after them there. What an applier can do it
 * declares with {@link #features()}; it refuses what it cannot, and does not skip it.
 *
 * <p>Every operation that fails throws an {@link ApplyException} with Helm's message where Helm has
 * one, and with what was done until then. An operation that was cut off, even by the end of the
 * process, leaves a state from which the next one goes on; none is for ever {@code pending}. Of two
 * that work on one release at a time, one wins, and the other is told.
 *
 * <p>Safe for use by several threads. A contract test in {@code pintle-testing} holds every
 * implementation to this.
 */
public interface Applier extends AutoCloseable {

  /** The name of the kind of applier, for messages. */
  String name();

  /** What it can do. */
  Set<Feature> features();

  /**
   * What a release of that name is to be rendered for: the next revision, and what the target can
   * do.
   *
   * @throws ApplyException if the target cannot be reached
   */
  Target target(String name, String namespace);

  /**
   * Installs the definitions that a chart brings along if the release would be a first install, so
   * that templates that are rendered afterwards see the new kinds. An apply does the same, but for
   * a release that has been rendered by then; it need not do it again ({@link
   * ApplyOptions.Builder#skipCrds()}). Nothing is done in a dry run, or if the options say so.
   *
   * @param crds the files
   * @return what the release is to be rendered for now
   * @throws ApplyException if that fails
   */
  default Target installCrds(
      List<ChartFile> crds, String name, String namespace, ApplyOptions options) {
    return target(name, namespace);
  }

  /** Answers {@code lookup} from the target; nothing without {@link Feature#LOOKUP}. */
  ClusterReader cluster();

  /**
   * What an apply would do, field by field. Nothing is changed.
   *
   * @throws ApplyException if that cannot be found out
   */
  Plan plan(Release release, ApplyOptions options);

  /**
   * What a rollback would do, field by field. Nothing is changed.
   *
   * @param revision 0 for the one before the last
   * @throws ApplyException if that cannot be found out, or there is no such revision
   */
  Plan planRollback(String name, String namespace, int revision, ApplyOptions options);

  /**
   * Installs or upgrades a release.
   *
   * @param release rendered for any revision, or for exactly the one that comes next
   * @throws ApplyException if it fails, after what the options say was undone
   */
  ApplyResult apply(Release release, ApplyOptions options);

  /**
   * Goes back to an earlier revision, which becomes a new one.
   *
   * @param revision 0 for the one before the last
   * @throws ApplyException if it fails, or there is no such revision
   */
  ApplyResult rollback(String name, String namespace, int revision, ApplyOptions options);

  /**
   * Takes a release away.
   *
   * @throws ApplyException if it fails, or there is no such release and that matters
   */
  ApplyResult uninstall(String name, String namespace, UninstallOptions options);

  /**
   * Runs the tests of a release.
   *
   * @throws ApplyException if one fails, with the outcome of all that ran
   */
  ApplyResult test(String name, String namespace, TestOptions options);

  /**
   * The revisions that are kept, the oldest first; only the last one without {@link
   * Feature#HISTORY}.
   *
   * @throws ApplyException if there is no such release
   */
  List<ReleaseRecord> history(String name, String namespace);

  /**
   * A revision as it was recorded.
   *
   * @param revision 0 for the last
   * @throws ApplyException if there is no such release or revision
   */
  default ReleaseRecord record(String name, String namespace, int revision) {
    List<ReleaseRecord> revisions = history(name, namespace);
    if (revision == 0) {
      return revisions.get(revisions.size() - 1);
    }
    return revisions.stream()
        .filter(record -> record.revision() == revision)
        .findFirst()
        .orElseThrow(
            () -> new ApplyException(ApplyException.Reason.NOT_FOUND, "release: not found"));
  }

  /**
   * The labels of the last revision of a release where it is kept: the user's, and those that the
   * store itself finds it by.
   *
   * @throws ApplyException if there is no such release
   */
  default Map<String, String> storedLabels(String name, String namespace) {
    return record(name, namespace, 0).labels();
  }

  /**
   * A release as it is now.
   *
   * @param revision 0 for the last
   * @param form in which form its objects themselves are wanted
   * @throws ApplyException if there is no such release or revision, or if objects are wanted that
   *     are of a kind which the target does not have
   */
  LiveStatus status(String name, String namespace, int revision, ObjectForm form);

  /**
   * The last revision of each release, by namespace and name. One whose record cannot be read says
   * why in its description.
   *
   * @param namespace empty for all namespaces
   */
  List<ReleaseRecord> list(String namespace);

  /**
   * What differs between the last good revision of a release and its objects as they are now.
   *
   * @throws ApplyException if there is no such release
   */
  Drift drift(String name, String namespace);

  /** What an apply with default options would do. */
  default Plan plan(Release release) {
    return plan(release, ApplyOptions.defaults());
  }

  /** Installs or upgrades a release with default options. */
  default ApplyResult apply(Release release) {
    return apply(release, ApplyOptions.defaults());
  }

  /** Installs or upgrades a release with some options changed. */
  default ApplyResult apply(Release release, Consumer<ApplyOptions.Builder> settings) {
    return apply(release, ApplyOptions.of(settings));
  }

  /** A release as it is now, without its objects themselves. */
  default LiveStatus status(String name, String namespace) {
    return status(name, namespace, 0, ObjectForm.NONE);
  }

  /** Ends connections; what is under way fails. */
  @Override
  void close();
}
