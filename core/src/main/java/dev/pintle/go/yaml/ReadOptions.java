package dev.pintle.go.yaml;

import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;

/**
 * How a text is read.
 *
 * @param file how the user knows the text; null if positions are not wanted, which is faster
 * @param firstLine the number of the text's first line in that file, from 1
 * @param integers true to get integers as {@code Long} (or {@code GoUint64} above its range), as
 *     readers of typed structures need them; otherwise all numbers are {@code Double}
 * @param uniqueKeys true to refuse mappings in which a key stands twice
 * @param maxDepth how deep collections may be nested. Helm's own limit is 10000; the default is
 *     lower, since whoever walks the values later does so on a thread's stack.
 * @param maxAliasedNodes how many values all aliases together may stand for, besides the limit on
 *     the share of aliases that Go's library has
 * @param budget counts the steps that reading takes; null for texts of one's own
 */
public record ReadOptions(
    String file,
    int firstLine,
    boolean integers,
    boolean uniqueKeys,
    int maxDepth,
    int maxAliasedNodes,
    Budget budget) {

  private static final ReadOptions DEFAULTS =
      new ReadOptions(null, 1, false, false, 0, 0, null).within(Limits.defaults());

  /** No positions, all numbers as {@code Double}, default limits. */
  public static ReadOptions defaults() {
    return DEFAULTS;
  }

  /** With the positions of all values in that file, all numbers as {@code Double}. */
  public static ReadOptions of(String file) {
    return new ReadOptions(
        file, 1, false, false, DEFAULTS.maxDepth, DEFAULTS.maxAliasedNodes, null);
  }

  /** The same with integers kept apart from other numbers. */
  public ReadOptions withIntegers() {
    return new ReadOptions(file, firstLine, true, uniqueKeys, maxDepth, maxAliasedNodes, budget);
  }

  /** The same, but a key that stands twice in a mapping is an error, and not the last one's. */
  public ReadOptions withUniqueKeys() {
    return new ReadOptions(file, firstLine, integers, true, maxDepth, maxAliasedNodes, budget);
  }

  /** The same for a text that starts at that line of its file. */
  public ReadOptions withFirstLine(int line) {
    return new ReadOptions(file, line, integers, uniqueKeys, maxDepth, maxAliasedNodes, budget);
  }

  /** The same within other limits. */
  public ReadOptions within(Limits limits) {
    return withLimits(limits.intOf(Limit.YAML_DEPTH), limits.intOf(Limit.YAML_ALIASED_VALUES));
  }

  /** The same within the limits of a budget, which counts what reading takes. */
  public ReadOptions within(Budget counted) {
    ReadOptions limited = within(counted.limits());
    return new ReadOptions(
        file, firstLine, integers, uniqueKeys, limited.maxDepth, limited.maxAliasedNodes, counted);
  }

  /** The same with other limits. */
  public ReadOptions withLimits(int depth, int aliasedNodes) {
    return new ReadOptions(file, firstLine, integers, uniqueKeys, depth, aliasedNodes, budget);
  }
}
