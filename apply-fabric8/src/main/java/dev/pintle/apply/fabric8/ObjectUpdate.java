package dev.pintle.apply.fabric8;

import dev.pintle.values.Table;

/** What a client does with an object that is there. Safe for use by several threads. */
@FunctionalInterface
interface ObjectUpdate {

  /**
   * Makes an object what is wanted.
   *
   * @param live the object as it is
   * @return the object as it is then
   * @throws SendException if the server refuses, or there is no way to do it
   */
  Table update(TargetObject target, Table wanted, Table live);
}
