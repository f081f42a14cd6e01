package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyOptions;
import dev.pintle.apply.Drift;
import dev.pintle.apply.DryRun;
import dev.pintle.apply.ObjectDifference;
import dev.pintle.apply.Operation;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.compare.ObjectComparison;
import dev.pintle.apply.history.ReleaseStore.Entry;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares a release with its objects as they are. The server is asked what an apply would make of
 * each that is not plainly as it was applied: it alone knows its defaults, how it writes values and
 * what tells the items of a list apart. Where it does not answer that, because the caller may only
 * look or because it would refuse, what the release sets is compared.
 */
final class DriftCheck {

  private final Connection connection;
  private final Ownership ownership;

  DriftCheck(Connection connection, String name, String namespace) {
    this.connection = connection;
    this.ownership = new Ownership(name, namespace, connection.settings().fieldManager());
  }

  /**
   * Compares the last good revision.
   *
   * @throws ApiException if the server does not say what there is
   */
  Drift check(List<Entry> entries) {
    Base base = Base.good(connection.releases(), entries);
    try (Session session =
        new Session(connection, Operation.UPGRADE, ApplyOptions.defaults().supervision())) {
      return new Drift(
          ownership.release(),
          ownership.namespace(),
          base.record().revision(),
          compare(session, base.objects()));
    }
  }

  private List<ObjectDifference> compare(Session session, List<ReleaseObject> wanted) {
    TargetObjects objects = TargetObjects.find(wanted, session.types(), ownership.namespace());
    List<TargetObject> named =
        objects.known().stream().filter(object -> !object.name().isEmpty()).toList();
    LiveMetadata live = LiveMetadata.readWhole(session, named);
    ObjectComparison comparison = new ObjectComparison(connection.settings().fieldManager());
    Sender sender = session.serverSide(true, DryRun.SERVER);
    Map<TargetObject, ObjectDifference> found = new ConcurrentHashMap<>();
    session
        .workers()
        .each(
            named,
            session.course(),
            object -> found.put(object, compare(object, live, comparison, sender)));
    List<ObjectDifference> all = new ArrayList<>();
    named.forEach(object -> all.add(found.get(object)));
    for (ReleaseObject object : objects.unknown()) {
      all.add(
          comparison.added(
              object.refIn(ownership.namespace()), object.source(), ownership.mark(object.tree())));
    }
    return all;
  }

  private ObjectDifference compare(
      TargetObject object, LiveMetadata live, ObjectComparison comparison, Sender sender) {
    Table wanted = ownership.mark(object.object().tree());
    Table there = live.of(object.ref()).orElse(null);
    return there == null
        ? comparison.added(object.ref(), object.source(), wanted)
        : comparison.compared(
            object.ref(),
            object.source(),
            wanted,
            there,
            () -> tried(sender, object, wanted, there));
  }

  /** Null if the server does not say; all that keeps it from saying is no drift. */
  private static Table tried(Sender sender, TargetObject object, Table wanted, Table there) {
    try {
      return sender.tried(object, wanted, there);
    } catch (SendException e) {
      ApiException answer = e.answer().orElseThrow(() -> e);
      if (answer.isRefusal()) {
        return null;
      }
      throw answer;
    }
  }
}
