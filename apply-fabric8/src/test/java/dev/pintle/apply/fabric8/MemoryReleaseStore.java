package dev.pintle.apply.fabric8;

import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import dev.pintle.apply.history.ReleaseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps releases in memory, by the store's rules. */
final class MemoryReleaseStore implements ReleaseStore {

  private final Map<String, Stored> stored = new TreeMap<>();
  private long versions;

  @Override
  public Instant now() {
    return Instant.now();
  }

  private static String key(String name, String namespace, int revision) {
    return namespace + "/" + name + "/" + revision;
  }

  private static String key(Entry entry) {
    return key(entry.name(), entry.namespace(), entry.revision());
  }

  @Override
  public synchronized List<Entry> entries(String name, String namespace) {
    return entries(namespace).stream().filter(entry -> entry.name().equals(name)).toList();
  }

  @Override
  public synchronized List<Entry> entries(String namespace) {
    List<Entry> entries = new ArrayList<>();
    stored.values().forEach(each -> entries.add(each.entry()));
    entries.removeIf(entry -> !namespace.isEmpty() && !entry.namespace().equals(namespace));
    entries.sort(Comparator.comparing(Entry::name).thenComparing(Entry::revision));
    return entries;
  }

  @Override
  public synchronized Stored read(Entry entry) throws StaleException {
    Stored found = stored.get(key(entry));
    if (found == null) {
      throw new StaleException("it is gone");
    }
    return found;
  }

  @Override
  public synchronized Entry create(ReleaseRecord record, Hold hold) throws StaleException {
    if (stored.containsKey(key(record.name(), record.namespace(), record.revision()))) {
      throw new StaleException("it is there already");
    }
    return put(record, hold);
  }

  @Override
  public synchronized Entry update(Entry known, ReleaseRecord record, Hold hold)
      throws StaleException {
    require(known);
    return put(record, hold);
  }

  @Override
  public synchronized Entry renew(Entry known, Hold hold) throws StaleException {
    require(known);
    return put(stored.get(key(known)).record(), hold);
  }

  private void require(Entry known) throws StaleException {
    if (!read(known).entry().version().equals(known.version())) {
      throw new StaleException("it has changed");
    }
  }

  private Entry put(ReleaseRecord record, Hold hold) {
    versions++;
    Entry entry =
        new Entry(
            record.name(),
            record.namespace(),
            record.revision(),
            record.status(),
            record.labels(),
            now(),
            hold,
            String.valueOf(versions));
    stored.put(key(entry), new Stored(entry, record));
    return entry;
  }

  @Override
  public synchronized void delete(Entry entry) {
    stored.remove(key(entry));
  }
}
