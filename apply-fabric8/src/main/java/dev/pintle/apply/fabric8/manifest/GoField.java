package dev.pintle.apply.fabric8.manifest;

import java.util.Map;

/** A type of Go as its decoder of JSON sees it. What is not listed here it does not look into. */
sealed interface GoField {

  /** As Go's messages name it. */
  String goName();

  /** A text, or a type made of one. */
  record Text(String goName) implements GoField {}

  /** A whole number of 64 bits. */
  record Whole(String goName) implements GoField {}

  /** Yes or no. */
  record Truth(String goName) implements GoField {}

  /** A time as RFC 3339 has it. */
  record Time(String goName) implements GoField {}

  /** Texts by their keys. */
  record Texts(String goName) implements GoField {}

  /** A list. */
  record Items(String goName, GoField item) implements GoField {}

  /**
   * A struct.
   *
   * @param name without its package, as Go's messages name it where a field of it is wrong
   */
  record Struct(String goName, String name, Map<String, GoField> fields) implements GoField {}
}
