package dev.pintle.apply.fabric8;

import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.StoredManifest;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation starts from: the last good revision, or else the last; and all objects that it
 * and the failed ones after it may have left in the cluster.
 *
 * @param record null if there is no revision
 * @param objects what may be in the cluster
 */
record Base(ReleaseRecord record, List<ReleaseObject> objects) {

  static Base of(Releases releases, List<Entry> entries) {
    int good = lastDeployed(entries);
    ReleaseRecord start = null;
    List<ReleaseObject> objects = new ArrayList<>();
    for (int i = Math.max(good, 0); i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean mayHaveLeftObjects =
          i == good
              || entry.status() == ReleaseStatus.FAILED
              || entry.status() == ReleaseStatus.SUPERSEDED // by a rollback that failed
              || entry.status() == ReleaseStatus.UNINSTALLING;
      if (mayHaveLeftObjects) {
        ReleaseRecord record = releases.read(entry);
        start = i == good || good < 0 ? record : start;
        objects.addAll(ReleaseObject.of(StoredManifest.resources(record.manifest())));
      }
    }
    return new Base(start, objects);
  }

  /** The last good revision and its objects alone; of a release without one, the last. */
  static Base good(Releases releases, List<Entry> entries) {
    int good = lastDeployed(entries);
    ReleaseRecord record = releases.read(entries.get(good < 0 ? entries.size() - 1 : good));
    return new Base(record, ReleaseObject.of(StoredManifest.resources(record.manifest())));
  }

  private static int lastDeployed(List<Entry> entries) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).status() == ReleaseStatus.DEPLOYED) {
        return i;
      }
    }
    return -1;
  }
}
