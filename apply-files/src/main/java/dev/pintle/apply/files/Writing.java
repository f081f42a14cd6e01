package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ApplyMethod;
import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.ApplyOptions.Mode;
import dev.pintle.apply.ApplyResult;
import dev.pintle.apply.Course;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.Feature;
import dev.pintle.apply.ObjectOutcome;
import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.Target;
import dev.pintle.apply.WaitStrategy;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.release.Release;
import dev.pintle.release.manifest.ReleaseName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a release: its files as a whole, or none of them. */
final class Writing {

  private final ReleaseDirectory directory;
  private final Release release;
  private final ApplyOptions options;
  private final List<ObjectOutcome> outcomes = new ArrayList<>();

  Writing(ReleaseDirectory directory, Release release, ApplyOptions options) {
    this.directory = directory;
    this.release = release;
    this.options = options;
  }

  ApplyResult run() {
    requireSupported();
    ReleaseName.check(release.name());
    try (Course course = new Course(options.supervision())) {
      return directory.locked(() -> write(course));
    }
  }

  /**
   * Refuses what this applier cannot.
   *
   * @throws ApplyException if the options ask for it
   */
  void requireSupported() {
    // What asks for a rollback waits, too; so the rollback comes first.
    refuse(options.undo().rollback(), Feature.ROLLBACK);
    refuse(options.waitFor() != WaitStrategy.HOOK_ONLY || options.waitForJobs(), Feature.WAIT);
    refuse(options.force().conflicts(), Feature.CONFLICTS);
    refuse(
        options.method() == ApplyMethod.CLIENT_SIDE || options.force().replace(),
        Feature.CLIENT_SIDE);
    refuse(options.createNamespace(), Feature.CREATE_NAMESPACE);
    refuse(options.dryRun() == DryRun.SERVER, Feature.SERVER_DRY_RUN);
    refuse(!options.labels().isEmpty(), Feature.HISTORY);
  }

  private static void refuse(boolean asked, Feature feature) {
    if (asked) {
      throw FilesApplier.unsupported(feature);
    }
  }

  private ApplyResult write(Course course) throws IOException {
    ReleaseIndex before = directory.index().orElse(null);
    Operation operation = operation(before);
    int next = next(before);
    Target.requireRenderedFor(next, release);
    course.tell(new Progress.Started(operation, release.name(), release.namespace(), next));
    Map<String, ObjectFile> files = files();
    for (ApplyException foreign : foreign(before, files)) {
      throw foreign;
    }
    StagedChange change = directory.change();
    stage(course, change, before, files);
    ReleaseIndex after = index(operation, before, next, files);
    if (before == null || !before.text().equals(after.text()) || !change.isEmpty()) {
      change.put(ReleaseIndex.FILE, after.text());
    }
    course.check();
    if (options.dryRun() == DryRun.NONE && !change.isEmpty()) {
      change.decide();
      change.takeSteps();
    }
    ReleaseRecord record = after.record(texts(files), Instant.now());
    course.tell(
        new Progress.Recorded(record.revision(), record.status(), record.info().description()));
    return new ApplyResult(
        operation, record, outcomes, List.of(), List.of(), List.of(), List.of(), null);
  }

  /** The revision that comes next. */
  static int next(ReleaseIndex before) {
    return before == null ? 1 : before.revision() + 1;
  }

  /** The files to come, by name. */
  Map<String, ObjectFile> files() {
    return ObjectFile.of(release, !options.skipCrds(), !options.noHooks());
  }

  /** The names of the files that the release has no more. */
  List<String> gone(ReleaseIndex before, Map<String, ObjectFile> files) {
    List<String> gone = new ArrayList<>(before == null ? List.of() : before.files());
    gone.removeAll(files.keySet());
    return gone;
  }

  /**
   * An install or an upgrade.
   *
   * @throws ApplyException if the mode asks for what cannot be, such as a name that is taken
   */
  Operation operation(ReleaseIndex before) {
    if (before == null && options.mode() == Mode.UPGRADE) {
      throw new ApplyException(
          Reason.NOT_FOUND, "\"" + release.name() + "\" has no deployed releases");
    }
    if (before != null && (options.mode() == Mode.INSTALL || options.mode() == Mode.REPLACE)) {
      throw new ApplyException(
          Reason.WRONG_STATE,
          "release name check failed: cannot reuse a name that is still in use");
    }
    return before == null ? Operation.INSTALL : Operation.UPGRADE;
  }

  /** What stands in the way: files that are there and are not the release's. */
  List<ApplyException> foreign(ReleaseIndex before, Map<String, ObjectFile> files)
      throws IOException {
    List<ApplyException> foreign = new ArrayList<>();
    if (options.force().ownership()) {
      return foreign;
    }
    for (ObjectFile file : files.values()) {
      boolean ours = before != null && before.files().contains(file.name());
      if (!ours && directory.text(file.name()) != null) {
        foreign.add(
            new ApplyException(
                Reason.NOT_OWNED,
                "unable to continue with "
                    + (before == null ? "install" : "update")
                    + ": "
                    + directory.path().resolve(file.name())
                    + " exists and is not the release's"));
      }
    }
    return foreign;
  }

  private void stage(
      Course course, StagedChange change, ReleaseIndex before, Map<String, ObjectFile> files)
      throws IOException {
    List<String> gone = gone(before, files);
    int total = files.size() + gone.size();
    for (ObjectFile file : files.values()) {
      course.check();
      String there = directory.text(file.name());
      Action action =
          there == null
              ? Action.CREATED
              : there.equals(file.text()) ? Action.UNCHANGED : Action.CHANGED;
      if (action != Action.UNCHANGED) {
        change.put(file.name(), file.text());
      }
      report(course, ObjectOutcome.of(file.object(), action, file.source()), total);
    }
    for (String name : gone) {
      course.check();
      String there = directory.text(name);
      if (there != null) {
        boolean kept = ReleaseIndex.isKept(there);
        if (!kept) {
          change.delete(name);
        }
        ObjectRef object = Removal.object(there, name);
        report(course, ObjectOutcome.of(object, kept ? Action.KEPT : Action.DELETED, ""), total);
      }
    }
  }

  private void report(Course course, ObjectOutcome outcome, int total) {
    outcomes.add(outcome);
    course.tell(new Progress.ObjectDone(outcome, outcomes.size(), total));
  }

  /** The index to come; it keeps its revision if nothing but that would change. */
  private ReleaseIndex index(
      Operation operation, ReleaseIndex before, int next, Map<String, ObjectFile> files) {
    String done = operation == Operation.INSTALL ? "Install complete" : "Upgrade complete";
    String description = options.description().isEmpty() ? done : options.description();
    ReleaseIndex after = ReleaseIndex.of(release, next, description, files.values());
    boolean nothingElse =
        before != null
            && outcomes.stream().allMatch(outcome -> outcome.action() == Action.UNCHANGED)
            && before.saysTheSameAs(
                ReleaseIndex.of(
                    release,
                    next,
                    String.valueOf(before.content().get("description")),
                    files.values()));
    return nothingElse ? before : after;
  }

  private static Map<String, String> texts(Map<String, ObjectFile> files) {
    Map<String, String> texts = new LinkedHashMap<>();
    files.forEach((name, file) -> texts.put(name, file.text()));
    return texts;
  }
}
