package dev.pintle.schema.keyword;

import dev.pintle.go.regexp.GoRegex;
import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one compiled schema consists of: its regular expressions, and how much memory all of it
 * takes. Parts that references lead to are built when a value first needs them, by any thread.
 */
public final class SchemaParts {

  /** A schema in a schema, with the validators of a few keywords. */
  private static final int SUBSCHEMA_BYTES = 1_000;

  private static final int PATTERN_STEP_BYTES = 100;

  private final long limit;

  /** Whether some schema says something of what no keyword was applied to. */
  private volatile boolean askingForUnevaluated;

  private final AtomicLong bytes = new AtomicLong();
  private final Map<String, TextPattern> patterns = new ConcurrentHashMap<>();

  /** Parts of a schema from elsewhere, as many as the limits allow. */
  public SchemaParts(Limits limits) {
    this(limits.of(Limit.SCHEMA_BYTES));
  }

  private SchemaParts(long limit) {
    this.limit = limit;
  }

  /** Parts of a schema that one knows, as many as there are. */
  public static SchemaParts unlimited() {
    return new SchemaParts(Long.MAX_VALUE);
  }

  /**
   * Counts what the schema holds.
   *
   * @throws LimitException if that is too much
   */
  public void add(long moreBytes) {
    if (bytes.addAndGet(moreBytes) > limit) {
      throw new LimitException(
          Limit.SCHEMA_BYTES, "a values schema takes more than " + limit + " bytes");
    }
  }

  void askForUnevaluated() {
    askingForUnevaluated = true;
  }

  boolean isAskingForUnevaluated() {
    return askingForUnevaluated;
  }

  void addSubschema() {
    add(SUBSCHEMA_BYTES);
  }

  /** Adds a regular expression; one that is there already takes nothing. */
  public void addPattern(String text, GoRegex regex) {
    if (patterns.putIfAbsent(text, new TextPattern(text, regex)) == null) {
      add(text.length() * 2L + (long) regex.programSize() * PATTERN_STEP_BYTES);
    }
  }

  /** Whether that regular expression is there. */
  public boolean hasPattern(String text) {
    return patterns.containsKey(text);
  }

  TextPattern pattern(String text) {
    return patterns.get(text);
  }
}
