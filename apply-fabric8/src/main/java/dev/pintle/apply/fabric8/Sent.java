package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectOutcome.Action;
import dev.pintle.values.Table;

/**
 * What came of sending an object.
 *
 * @param action what became of it, as far as the answer tells
 * @param answer the object as the server has it then, or its metadata alone
 */
record Sent(Action action, Table answer) {

  /**
   * True if an object was made by sending it. Where the answer to the creation was lost, the next
   * attempt finds it there already; then nobody else has written it.
   *
   * @param before its metadata just before, or null if it was not there
   */
  boolean isMade(Table before, Ownership ownership) {
    boolean isNew = before == null || !Owned.uid(before).equals(Owned.uid(answer));
    return isNew && (action == Action.CREATED || ownership.isWrittenByNobodyElse(answer));
  }
}
