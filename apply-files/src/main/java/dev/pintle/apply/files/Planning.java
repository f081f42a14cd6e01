package dev.pintle.apply.files;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Plan;
import dev.pintle.apply.files.FileContent.Authors;
import dev.pintle.release.Release;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out what a writing of a release would do, without doing it. */
final class Planning {

  private final ReleaseDirectory directory;
  private final Release release;
  private final ApplyOptions options;

  Planning(ReleaseDirectory directory, Release release, ApplyOptions options) {
    this.directory = directory;
    this.release = release;
    this.options = options;
  }

  /**
   * The plan.
   *
   * @throws dev.pintle.apply.ApplyException where the writing itself would not even begin
   */
  Plan plan() throws IOException {
    Writing writing = new Writing(directory, release, options);
    writing.requireSupported();
    ReleaseIndex before = directory.index().orElse(null);
    Operation operation = writing.operation(before);
    Map<String, ObjectFile> files = writing.files();
    List<ObjectDifference> objects = new ArrayList<>();
    for (ObjectFile file : files.values()) {
      objects.add(object(file, directory.text(file.name())));
    }
    for (String name : writing.gone(before, files)) {
      String there = directory.text(name);
      if (there != null) {
        objects.add(
            FileContent.removed(Removal.object(there, name), there, ReleaseIndex.isKept(there)));
      }
    }
    return new Plan(
        operation,
        Writing.next(before),
        objects,
        List.of(),
        writing.foreign(before, files).stream().map(each -> each.diagnostics().get(0)).toList());
  }

  private static ObjectDifference object(ObjectFile file, String there) {
    if (there == null) {
      return FileContent.added(file.object(), file.source(), file.text());
    }
    return there.equals(file.text())
        ? FileContent.same(file.object(), file.source(), there)
        : FileContent.changed(file.object(), file.source(), there, file.text(), Authors.UNKNOWN);
  }
}
