package dev.pintle.limit;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import java.util.Locale;

/**
 * Everything that is limited, so that a chart or a flag from a stranger ends in an error and not in
 * a dead process. Each has two numbers: one that no honest chart that we know comes near, and a
 * tighter one for what comes from people one does not know. {@link Limits} holds the numbers that
 * apply.
 *
 * <p>Where Helm has a limit, ours has its number.
 */
public enum Limit {
  /** Size of one file of a chart, unpacked; Helm's. */
  FILE_BYTES(5L << 20, 5L << 20),
  /** Size of all files of a chart together, unpacked, charts in charts included; Helm's. */
  CHART_BYTES(100L << 20, 20L << 20),
  /** Number of files in a chart, charts in charts included. */
  CHART_FILES(20_000, 2_000),
  /** How many times larger than packed an archive may be; asked from 1 MiB on. */
  ARCHIVE_EXPANSION(200, 200),
  /** Size of one file that a flag names, or that a named file names, such as a values file. */
  INPUT_BYTES(32L << 20, 5L << 20),
  /** Wall time for reading one pipe or device that a flag names, in milliseconds. */
  INPUT_MILLIS(30_000, 5_000),
  /** Nesting of charts in charts. */
  CHART_DEPTH(64, 16),
  /**
   * How deep collections of a YAML text may be nested. Helm's own limit is 10,000; ours is lower,
   * since whoever walks the values later does so on a thread's stack.
   */
  YAML_DEPTH(500, 200),
  /** How many values all aliases of a YAML text may stand for, besides the share that Go allows. */
  YAML_ALIASED_VALUES(400_000, 40_000),
  /** The largest index in {@code --set}; Helm's. */
  SET_INDEX(65_536, 4_096),
  /** The most dots in a path of {@code --set}; Helm's. */
  SET_DOTS(30, 30),
  /** Nesting of lists in {@code --set}, for which Helm has no limit. */
  SET_DEPTH(200, 50),
  /**
   * How many items may be copied while {@code --set} fills lists item by item. The default is more
   * than a flag of 128 KiB, which is as long as Linux lets one be, makes of a list that it fills.
   */
  SET_COPIED(100_000_000, 10_000_000),
  /** How many dependencies one chart may declare. */
  DEPENDENCIES(1_000, 100),
  /** How many charts a release may have, counting what Helm copies for an alias. */
  CHARTS(20_000, 500),
  /** How many entries and items may be copied while values are coalesced. */
  COALESCED_VALUES(5_000_000, 500_000),
  /** How deep values may be nested after {@code import-values}. */
  IMPORT_DEPTH(500, 200),
  /** How many {@code $ref} may lead into each other, recursion into nested values included. */
  SCHEMA_REFERENCE_DEPTH(200, 100),
  /** How many times the {@code $ref} of a schema may be followed in all. */
  SCHEMA_REFERENCES(1_000_000, 100_000),
  /** What a values schema takes in memory once it is compiled; an estimate. */
  SCHEMA_BYTES(64L << 20, 32L << 20),
  /** What it takes to tell all that is wrong with the values of a chart; an estimate. */
  SCHEMA_REPORT_BYTES(16L << 20, 4L << 20),
  /** Length of all that templates write, what {@code include} and {@code tpl} take included. */
  OUTPUT_BYTES(256L << 20, 32L << 20),
  /** Template nodes evaluated, and what long-running functions count for. */
  STEPS(200_000_000, 20_000_000),
  /** Wall time of one rendering, in milliseconds. */
  MILLIS(300_000, 20_000),
  /**
   * Nesting of {@code include}, {@code tpl} and {@code template}. By default a little more than Go
   * and Helm allow (1,000 includes of one name, 100,000 uses of {@code template}), so that their
   * own messages come first.
   */
  CALL_DEPTH(100_100, 200),
  /** Length of a string, or 16 for each item of a list, that one function call may build. */
  RESULT_BYTES(64L << 20, 16L << 20),
  /** Size of all strings, lists and maps together that the functions of one rendering build. */
  BUILT_BYTES(4L << 30, 48L << 20),
  /** Length of a regular expression. */
  PATTERN_LENGTH(65_536, 4_096),
  /** Steps of the program that a regular expression becomes; Go's own limit is 3,355,443. */
  PATTERN_STEPS(500_000, 50_000),
  /** Length of one answer of a server, unpacked; of one event of a watch, too. */
  ANSWER_BYTES(32L << 20, 8L << 20),
  /** Nesting of one answer of a server; a little more than objects may have by themselves. */
  ANSWER_DEPTH(600, 300),
  /** How many values there may be in one answer of a server. */
  ANSWER_VALUES(1_000_000, 200_000),
  /** How long a server may take to answer, in milliseconds. */
  ANSWER_MILLIS(120_000, 30_000),
  /** How many pages of a list a server may send. */
  LIST_PAGES(1_000, 100),
  /** Length of all pages of a list together. */
  LIST_BYTES(256L << 20, 32L << 20);

  private final long usual;
  private final long strict;

  Limit(long usual, long strict) {
    this.usual = usual;
    this.strict = strict;
  }

  /** How flags and messages name it, such as {@code call-depth}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A finding as one that says that this limit was passed. */
  public Diagnostic passed(Diagnostic finding) {
    return finding
        .as(Diagnostic.Kind.LIMIT)
        .withHint(new Hint.Advice("this is the limit `" + key() + "`"));
  }

  /** The number that applies where nothing else is said. */
  public long usual() {
    return usual;
  }

  /** The number for what comes from people one does not know. */
  public long strict() {
    return strict;
  }
}
