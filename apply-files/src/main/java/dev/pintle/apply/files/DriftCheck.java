package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Drift;
import dev.pintle.apply.FieldDifference;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.ObjectDifference.Kind;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.files.FileContent.Authors;
import dev.pintle.apply.files.GitHistory.Commit;
import dev.pintle.apply.files.GitHistory.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the files of a release with what they were when it was written. The index knows them
 * again by their digests; what a changed one was, and who changed it, git may know. Without git it
 * is only known that a file was changed.
 */
final class DriftCheck {

  private final ReleaseDirectory directory;
  private final GitHistory git;

  DriftCheck(ReleaseDirectory directory) {
    this.directory = directory;
    this.git = new GitHistory(directory.path());
  }

  Drift check() throws IOException {
    ReleaseIndex index =
        directory
            .index()
            .orElseThrow(() -> new ApplyException(Reason.NOT_FOUND, "release: not found"));
    List<ObjectDifference> objects = new ArrayList<>();
    for (String file : index.files()) {
      objects.add(object(file, index.digest(file), directory.text(file)));
    }
    return new Drift(index.name(), index.namespace(), index.revision(), objects);
  }

  private ObjectDifference object(String file, String digest, String there) {
    if (there != null && FileDigest.of(there).equals(digest)) {
      return FileContent.same(Removal.object(there, file), "", there);
    }
    List<Version> changes = new ArrayList<>();
    String released = released(file, digest, changes);
    if (released == null) {
      ObjectRef object = Removal.object(there == null ? "" : there, file);
      Kind kind = there == null ? Kind.ADDED : Kind.CHANGED;
      return new ObjectDifference(object, kind, "", List.of(), null, null);
    }
    ObjectRef object = Removal.object(released, file);
    return there == null
        ? FileContent.added(object, "", released)
        : FileContent.changed(object, "", there, released, authors(changes, released, there));
  }

  /**
   * A file as it was released; null if nobody knows.
   *
   * @param changes gets the versions that came after it, the oldest first
   */
  private String released(String file, String digest, List<Version> changes) {
    for (Commit commit : git.commits(file)) {
      Version version = git.version(commit);
      if (version.text() != null && FileDigest.of(version.text()).equals(digest)) {
        return version.text();
      }
      changes.add(0, version);
    }
    return null;
  }

  /** Who made each difference last; what is not committed is nobody's. */
  private static Authors authors(List<Version> changes, String released, String there) {
    Map<String, Version> authors = new HashMap<>();
    String before = released;
    for (Version change : changes) {
      String text = change.text() == null ? "" : change.text();
      for (FieldDifference field : FileContent.fields(before, text, Authors.UNKNOWN)) {
        authors.put(field.path(), change);
      }
      before = text;
    }
    FileContent.fields(before, there, Authors.UNKNOWN)
        .forEach(field -> authors.remove(field.path()));
    return new Authors(authors);
  }
}
