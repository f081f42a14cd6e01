package dev.pintle.render.function;

import java.util.List;

/**
 * What others must know of a function beside how to call it; each is said where the function is
 * declared.
 *
 * @param otherNames names that it has too
 * @param isHelms whether charts have it and Go's and Sprig's users do not
 * @param isRandom whether it gives something else each time, unless the random source is seeded
 * @param isPicking whether it gives back a part of what it is given, so that nothing is new
 * @param ofNilEntry its error if it is given a map's entry or a list's element that is nil and not
 *     the nil of a pipeline; null if they are the same to it
 * @param lenient what takes its place where a chart is looked at and not rendered; null if it does
 */
record Traits(
    List<String> otherNames,
    boolean isHelms,
    boolean isRandom,
    boolean isPicking,
    String ofNilEntry,
    Function lenient) {

  static final Traits NONE = new Traits(List.of(), false, false, false, null, null);

  Traits called(String... names) {
    return new Traits(List.of(names), isHelms, isRandom, isPicking, ofNilEntry, lenient);
  }

  Traits helms() {
    return new Traits(otherNames, true, isRandom, isPicking, ofNilEntry, lenient);
  }

  Traits random() {
    return new Traits(otherNames, isHelms, true, isPicking, ofNilEntry, lenient);
  }

  Traits picking() {
    return new Traits(otherNames, isHelms, isRandom, true, ofNilEntry, lenient);
  }

  Traits ofNilEntry(String error) {
    return new Traits(otherNames, isHelms, isRandom, isPicking, error, lenient);
  }

  Traits lenient(Function other) {
    return new Traits(otherNames, isHelms, isRandom, isPicking, ofNilEntry, other);
  }
}
