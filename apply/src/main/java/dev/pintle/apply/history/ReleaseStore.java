package dev.pintle.apply.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Keeps the revisions of releases. Every write either succeeds as a whole or changes nothing, and
 * fails if somebody else has written since: this is what keeps two appliers apart. Safe for use by
 * several threads.
 */
public interface ReleaseStore {

  /**
   * What is known of a revision without reading all of it.
   *
   * @param labels those that the user wants the revision to be found by
   * @param storedLabels these and those that the store itself finds it by
   * @param modifiedAt when its status was last written, or null if that is not known
   * @param hold who works on it, or null if nobody says so; Helm never does
   * @param version the state of the stored record that {@link #update} compares
   */
  record Entry(
      String name,
      String namespace,
      int revision,
      ReleaseStatus status,
      Map<String, String> labels,
      Map<String, String> storedLabels,
      Instant modifiedAt,
      Hold hold,
      String version) {

    /** Labels are copied. */
    public Entry {
      labels = Map.copyOf(labels);
      storedLabels = Map.copyOf(storedLabels);
    }
  }

  /**
   * A record and what is known of how it is stored.
   *
   * @param entry its state when it was read
   */
  record Stored(Entry entry, ReleaseRecord record) {}

  /** Somebody else has written first; {@link #getMessage()} says what. */
  final class StaleException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was found in place of what was expected. */
    public StaleException(String message) {
      super(message);
    }
  }

  /** The time of the store, for holds. */
  Instant now();

  /**
   * All revisions of a release, the oldest first; empty if there is none.
   *
   * @throws dev.pintle.diagnostic.PintleException if the store cannot be read
   */
  List<Entry> entries(String name, String namespace);

  /**
   * All revisions of all releases, by name and then the oldest first.
   *
   * @param namespace empty for all namespaces
   */
  List<Entry> entries(String namespace);

  /**
   * Reads the record of an entry.
   *
   * @throws StaleException if it is gone
   * @throws dev.pintle.diagnostic.PintleException if the store cannot be read, or the record is no
   *     record
   */
  Stored read(Entry entry) throws StaleException;

  /**
   * Stores a new revision.
   *
   * @param hold null for none
   * @return how it is stored now
   * @throws StaleException if there is that revision already
   */
  Entry create(ReleaseRecord record, Hold hold) throws StaleException;

  /**
   * Stores a changed record in place of what is there, with its hold.
   *
   * @param known what the caller believes to be there
   * @param hold null ends the hold
   * @return how it is stored now
   * @throws StaleException if something else is there
   */
  Entry update(Entry known, ReleaseRecord record, Hold hold) throws StaleException;

  /**
   * Changes only the hold; cheap, so that it can be done often.
   *
   * @throws StaleException if something else than what the caller believes is there
   */
  Entry renew(Entry known, Hold hold) throws StaleException;

  /**
   * Removes a revision; nothing happens if it is gone.
   *
   * @throws StaleException if something else than what the caller believes is there; it stays
   */
  void delete(Entry known) throws StaleException;
}
