package dev.pintle.go.yaml;

import dev.pintle.limit.Budget;

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

  /** What a key, its entry and where it was read take, or an item of a list. */
  private static final int BYTES_OF_NODE = 64;

  private final int limit;
  private final Budget budget;
  private long decoded;
  private long aliased;

  /** For one document, within the limits of its options. */
  AliasBudget(ReadOptions options) {
    this.limit = options.maxAliasedNodes();
    this.budget = options.budget();
  }

  void count() {
    decoded++;
  }

  /** Counts nodes that an alias stands for. */
  void repeat(long nodes) {
    decoded += nodes;
    aliased += nodes;
  }

  /** Counts nodes whose values are kept. */
  void keep(long nodes) {
    if (budget != null) {
      budget.worked(nodes);
      budget.built(nodes * BYTES_OF_NODE);
    }
  }

  /** How many nodes have been decoded so far. */
  long decoded() {
    return decoded;
  }

  /** True if aliases repeat more than Go's library lets them. */
  boolean isExcessive() {
    return aliased > ALIASED_AT_LEAST
        && decoded > NODES_AT_LEAST
        && (double) aliased / decoded > allowedShare();
  }

  /** True if aliases repeat more than the limit. */
  boolean isBeyondLimit() {
    return aliased > limit;
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
