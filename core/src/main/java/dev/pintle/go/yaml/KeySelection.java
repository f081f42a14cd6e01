package dev.pintle.go.yaml;

/**
 * Says which values of a document are wanted; the others are checked to be well-formed, but not
 * made. What anchors and merge keys need is read in any case, so more may be there than was wanted.
 */
@FunctionalInterface
public interface KeySelection {

  /**
   * Tells whether the value of a key is wanted.
   *
   * @param depth 0 for keys of the outermost mapping; 1 for keys of a mapping that was selected
   *     from it. All that is further down in what was selected is wanted.
   */
  boolean wants(int depth, String key);
}
