package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Course;
import dev.pintle.apply.Feature;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.UninstallOptions;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.StoredManifest;
import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a release's files away, but for those that ask to be kept. */
final class Removal {

  private final ReleaseDirectory directory;
  private final String name;
  private final UninstallOptions options;

  Removal(ReleaseDirectory directory, String name, UninstallOptions options) {
    this.directory = directory;
    this.name = name;
    this.options = options;
  }

  ApplyResult run() {
    if (options.keepHistory()) {
      throw FilesApplier.unsupported(Feature.HISTORY);
    }
    if (options.waitFor() != WaitStrategy.HOOK_ONLY) {
      throw FilesApplier.unsupported(Feature.WAIT);
    }
    try (Course course = new Course(options.supervision())) {
      return directory.locked(() -> remove(course));
    }
  }

  private ApplyResult remove(Course course) throws IOException {
    Optional<ReleaseIndex> index = directory.index();
    if (index.isEmpty()) {
      if (options.ignoreNotFound()) {
        return result(null, List.of());
      }
      throw new ApplyException(
          Reason.NOT_FOUND, "uninstall: Release not loaded: " + name + ": release: not found");
    }
    ReleaseRecord record = directory.record(index.get());
    if (options.dryRun()) {
      return result(record, List.of());
    }
    course.tell(
        new Progress.Started(Operation.UNINSTALL, name, record.namespace(), record.revision()));
    StagedChange change = directory.change();
    List<ObjectOutcome> outcomes = new ArrayList<>();
    for (String file : index.get().files()) {
      course.check();
      String there = directory.text(file);
      if (there != null) {
        boolean kept = ReleaseIndex.isKept(there);
        if (!kept) {
          change.delete(file);
        }
        ObjectOutcome outcome =
            ObjectOutcome.of(object(there, file), kept ? Action.KEPT : Action.DELETED, "");
        outcomes.add(outcome);
        course.tell(new Progress.ObjectDone(outcome, outcomes.size(), index.get().files().size()));
      }
    }
    change.delete(ReleaseIndex.FILE);
    course.check();
    change.decide();
    change.takeSteps();
    ReleaseRecord done = record.withStatus(ReleaseStatus.UNINSTALLED, "Uninstallation complete");
    course.tell(new Progress.Recorded(done.revision(), done.status(), done.info().description()));
    return result(done, outcomes);
  }

  private static ApplyResult result(ReleaseRecord record, List<ObjectOutcome> outcomes) {
    return new ApplyResult(
        Operation.UNINSTALL, record, outcomes, List.of(), List.of(), List.of(), List.of(), null);
  }

  /** Which object a file holds; one that nobody can read is known by its file. */
  static ObjectRef object(String text, String file) {
    for (Resource resource : StoredManifest.resources(text)) {
      Table metadata = resource.tree().get("metadata") instanceof Table table ? table : new Table();
      String namespace = metadata.get("namespace") instanceof String given ? given : "";
      return new ObjectRef(resource.apiVersion(), resource.kind(), namespace, resource.name());
    }
    return new ObjectRef("", "", "", file);
  }
}
