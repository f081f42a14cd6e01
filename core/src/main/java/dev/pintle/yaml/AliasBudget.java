package dev.pintle.yaml;

/**
 * Counts the nodes of a document, those that aliases repeat among them, and tells when aliases
 * repeat too many. The rule is that of Go's yaml.v2: nearly all nodes of a small document may come
 * from aliases, a tenth of those of a large one.
 */
final class AliasBudget {

  private static final int ALIASED_AT_LEAST = 100;
  private static final int NODES_AT_LEAST = 1000;
  private static final int SMALL = 400_000;
  private static final int LARGE = 4_000_000;
  private static final double SHARE_IN_SMALL = 0.99;
  private static final double SHARE_IN_LARGE = 0.10;

  private final int limit;
  private long decoded;
  private long aliased;

  /**
   * @param limit how many nodes aliases may repeat in all
   */
  AliasBudget(int limit) {
    this.limit = limit;
  }

  void count() {
    decoded++;
  }

  /** Counts nodes that an alias stands for. */
  void repeat(long nodes) {
    decoded += nodes;
    aliased += nodes;
  }

  /** How many nodes have been decoded so far. */
  long decoded() {
    return decoded;
  }

  /** What to say if aliases repeat too much, or null. */
  String excess() {
    if (aliased > ALIASED_AT_LEAST
        && decoded > NODES_AT_LEAST
        && (double) aliased / decoded > allowedShare()) {
      return "document contains excessive aliasing";
    }
    return aliased > limit ? "aliases stand for more than " + limit + " values" : null;
  }

  private double allowedShare() {
    if (decoded <= SMALL) {
      return SHARE_IN_SMALL;
    } else if (decoded >= LARGE) {
      return SHARE_IN_LARGE;
    }
    double way = (double) (decoded - SMALL) / (LARGE - SMALL);
    return SHARE_IN_SMALL - (SHARE_IN_SMALL - SHARE_IN_LARGE) * way;
  }
}
