package dev.pintle.apply;

import dev.pintle.apply.history.Hold;
import dev.pintle.apply.history.ReleaseRecord;
import java.util.List;

/**
 * A release as it is now.
 *
 * @param record its last revision
 * @param hold who works on it now, or null
 * @param objects how each of its objects is, where the applier can say
 */
public record LiveStatus(ReleaseRecord record, Hold hold, List<Readiness> objects) {

  /** The list is copied. */
  public LiveStatus {
    objects = List.copyOf(objects);
  }
}
