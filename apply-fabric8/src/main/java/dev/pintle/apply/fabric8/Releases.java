package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Course;
import dev.pintle.apply.Operation;
import dev.pintle.apply.Progress;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStatus;
import dev.pintle.apply.history.ReleaseStore;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.apply.history.ReleaseStore.StaleException;
import dev.pintle.chart.ChartJson;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.values.Table;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * The releases of a cluster: their revisions, and who works on them. Safe for use by several
 * threads.
 */
final class Releases {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final Function<Api, ReleaseStore> stores;
  private final Api api;
  private final ReleaseStore store;
  private final Duration holdFor;
  private final ScheduledExecutorService clock;

  /**
   * The releases of a server.
   *
   * @param stores makes what keeps them there
   */
  Releases(Function<Api, ReleaseStore> stores, Api api, Duration holdFor) {
    this(
        stores,
        api,
        holdFor,
        Executors.newSingleThreadScheduledExecutor(Workers.daemons("pintle hold")));
  }

  private Releases(
      Function<Api, ReleaseStore> stores,
      Api api,
      Duration holdFor,
      ScheduledExecutorService clock) {
    this.stores = stores;
    this.api = api;
    this.store = stores.apply(api);
    this.holdFor = holdFor;
    this.clock = clock;
  }

  /** The same for an operation that stops asking a server that is away once it is stopped. */
  Releases heeding(Course course) {
    return new Releases(stores, api.checking(course::pause), holdFor, clock);
  }

  /**
   * The store for what an operation that was stopped still has to say: how it ended. It tries as
   * long as a sign of life may take; what is not said then is found out by whoever comes next.
   */
  ReleaseStore lastWord() {
    return stores.apply(api.insisting(holdFor.dividedBy(3)));
  }

  ReleaseStore store() {
    return store;
  }

  Duration holdFor() {
    return holdFor;
  }

  ScheduledExecutorService clock() {
    return clock;
  }

  /** A hold that nobody else has. */
  Hold newHold() {
    String holder = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    return new Hold(holder, store.now(), store.now().plus(holdFor));
  }

  /**
   * The revisions of a release when nobody works on it. One that somebody left unfinished is marked
   * as failed; whether its holder is gone is found out by waiting for a sign of life.
   *
   * @param abandonedAfter how old a pending revision must be if nobody says that they work on it
   * @param dryRun whether what was left unfinished stays as it is
   * @return the revisions as they are then, and whether the last was left unfinished
   * @throws ApplyException if somebody works on the release
   */
  Settled settle(
      String name, String namespace, Duration abandonedAfter, boolean dryRun, Course course) {
    Hold seen = null;
    boolean recovered = false;
    while (true) {
      course.check();
      List<Entry> entries = store.entries(name, namespace);
      Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
      if (last == null || last.hold() == null && !last.status().isPending()) {
        return new Settled(entries, recovered);
      }
      Hold hold = last.hold();
      if (hold == null) {
        requireAbandoned(last, abandonedAfter);
        if (dryRun) {
          return new Settled(entries, true);
        }
        recovered |= recover(last, course);
      } else if (hold.hasEnded(store.now())) {
        if (dryRun) {
          return new Settled(entries, last.status().isPending());
        }
        recovered |= recover(last, course);
      } else if (seen != null && !seen.equals(hold)) {
        throw busy(last);
      } else {
        if (seen == null) {
          course.tell(new Progress.AwaitingHold(hold.holder()));
        }
        seen = hold;
        course.pause(LOOK_AGAIN);
      }
    }
  }

  /**
   * The revisions of a release that nobody works on.
   *
   * @param entries the oldest first
   * @param recovered whether the last was left unfinished
   */
  record Settled(List<Entry> entries, boolean recovered) {

    /** The last revision, or null if there is none. */
    Entry last() {
      return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }
  }

  private void requireAbandoned(Entry last, Duration abandonedAfter) {
    boolean old =
        last.modifiedAt() == null
            ? abandonedAfter.isZero()
            : !last.modifiedAt().plus(abandonedAfter).isAfter(store.now());
    if (!old) {
      throw busy(last);
    }
  }

  private static ApplyException busy(Entry last) {
    String message = "another operation (install/upgrade/rollback) is in progress";
    String who =
        last.hold() == null
            ? "nobody says that they work on it, as Helm never does"
            : "held by " + last.hold().holder() + " since " + last.hold().since();
    Diagnostic diagnostic =
        Diagnostic.of(Diagnostic.Kind.APPLY, message, null)
            .withNote(
                "revision " + last.revision() + " is " + last.status().helmName() + ", " + who);
    return new ApplyException(
        Reason.BUSY,
        message,
        List.of(
            last.hold() == null
                ? diagnostic.withHint(
                    new Hint.Advice("if no helm works on it any more, roll back or uninstall it"))
                : diagnostic),
        null,
        null);
  }

  /** Marks what was left unfinished; false if somebody else was faster. */
  private boolean recover(Entry last, Course course) {
    try {
      ReleaseRecord record = store.read(last).record();
      String holder = last.hold() == null ? "" : last.hold().holder();
      ReleaseStatus was = record.status();
      if (was.isPending()) {
        String by = holder.isEmpty() ? "" : " by " + holder;
        record =
            record.withStatus(
                ReleaseStatus.FAILED, "Left unfinished" + by + " while " + was.helmName());
      }
      store.update(last, record, null);
      course.tell(new Progress.Recovered(last.revision(), was, holder));
      return was.isPending();
    } catch (StaleException somebodyElseDid) {
      return false;
    }
  }

  /**
   * The record of an entry.
   *
   * @throws ApplyException if it is gone meanwhile
   */
  ReleaseRecord read(Entry entry) {
    try {
      return store.read(entry).record();
    } catch (StaleException e) {
      throw new ApplyException(
          Reason.BUSY,
          "revision "
              + entry.revision()
              + " of release "
              + entry.name()
              + " is gone: "
              + e.getMessage());
    }
  }

  /** The record of an entry; where that cannot be read, one that says so in its description. */
  ReleaseRecord readOrSayWhyNot(Entry entry) {
    try {
      return store.read(entry).record();
    } catch (StaleException | PintleException e) {
      return new ReleaseRecord(
          entry.name(),
          entry.namespace(),
          entry.revision(),
          new ReleaseRecord.Info(
              entry.modifiedAt(), entry.modifiedAt(), null, entry.status(), e.getMessage(), ""),
          ChartJson.read(new Table()),
          new Table(),
          "",
          List.of(),
          entry.labels(),
          ReleaseRecord.Method.SERVER_SIDE);
    }
  }

  /**
   * Marks all deployed revisions but one as superseded. An upgrade that found none marks the one
   * that it began from, as Helm does.
   */
  void supersedeAllBut(ReleaseRecord current, Operation operation) {
    List<Entry> earlier =
        store.entries(current.name(), current.namespace()).stream()
            .filter(entry -> entry.revision() != current.revision())
            .toList();
    List<Entry> deployed =
        earlier.stream().filter(entry -> entry.status() == ReleaseStatus.DEPLOYED).toList();
    deployed.forEach(entry -> supersede(entry, null));
    boolean fromFailure = operation == Operation.UPGRADE && deployed.isEmpty();
    if (fromFailure && !earlier.isEmpty()) {
      Entry last = earlier.get(earlier.size() - 1);
      if (last.status() == ReleaseStatus.FAILED) {
        supersede(last, null);
      }
    }
  }

  /**
   * Marks the revision that a failed rollback began from as superseded, as Helm does, whatever it
   * was.
   */
  void supersedeBefore(ReleaseRecord failed) {
    store.entries(failed.name(), failed.namespace()).stream()
        .filter(entry -> entry.revision() < failed.revision())
        .reduce((one, later) -> later)
        .ifPresent(last -> supersede(last, null));
  }

  /** Makes room for a first revision that comes after it, as Helm does. */
  void replace(Entry last) {
    if (last.status() != ReleaseStatus.FAILED) {
      supersede(last, "superseded by new release");
    }
  }

  /**
   * Marks a revision as superseded; one that somebody changes meanwhile is left to them.
   *
   * @param description null for the one that it has
   */
  private void supersede(Entry entry, String description) {
    try {
      ReleaseRecord record = store.read(entry).record();
      String said = description == null ? record.info().description() : description;
      store.update(entry, record.withStatus(ReleaseStatus.SUPERSEDED, said), null);
    } catch (StaleException changed) {
      // they know better what it is
    }
  }

  /** Deletes the oldest revisions, but not the last that is deployed. */
  void trim(String name, String namespace, int keep) {
    if (keep <= 0) {
      return;
    }
    List<Entry> entries = store.entries(name, namespace);
    int lastDeployed =
        entries.stream()
            .filter(entry -> entry.status() == ReleaseStatus.DEPLOYED)
            .mapToInt(Entry::revision)
            .max()
            .orElse(0);
    int tooMany = entries.size() - keep;
    for (Entry entry : entries) {
      boolean stays = entry.hold() != null || entry.revision() == lastDeployed;
      if (tooMany > 0 && !stays) {
        forget(entry);
        tooMany--;
      }
    }
  }

  /** Deletes a revision; one that somebody changes meanwhile is left to them. */
  private void forget(Entry entry) {
    try {
      store.delete(entry);
    } catch (StaleException changed) {
      // they know better whether it is still needed
    }
  }

  /**
   * Deletes a revision.
   *
   * @throws ApplyException if somebody else has written it meanwhile
   */
  void delete(Entry entry) {
    try {
      store.delete(entry);
    } catch (StaleException e) {
      throw new ApplyException(
          Reason.BUSY,
          "revision "
              + entry.revision()
              + " of release "
              + entry.name()
              + " was written by somebody else meanwhile: "
              + e.getMessage());
    }
  }

  /** Renews no hold any more. */
  void shutDown() {
    clock.shutdownNow();
  }
}
