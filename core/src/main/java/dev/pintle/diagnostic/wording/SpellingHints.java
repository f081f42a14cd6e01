package dev.pintle.diagnostic.wording;

import java.util.Collection;

/**
 * Looks for names that somebody may have meant, for any number of unknown names: so many of them
 * that it would take long to compare all with all known ones get no hint. Used by one thread.
 */
public final class SpellingHints {

  /** About a tenth of a second. */
  private static final long CHARACTERS = 4_000_000;

  private long charactersLeft = CHARACTERS;

  /**
   * As {@link Spelling#nearest}, as long as there is time.
   *
   * @return null if no known name is near, or too many were compared already
   */
  public String nearest(String word, Collection<String> candidates) {
    charactersLeft -= (long) candidates.size() * (1 + Math.min(word.length(), CHARACTERS));
    return charactersLeft < 0 ? null : Spelling.nearest(word, candidates);
  }
}
