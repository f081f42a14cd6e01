package dev.pintle.schema;

/**
 * What one validation may spend, so that a stranger's schema ends in an error and not in a dead
 * process.
 *
 * @param referenceDepth how many {@code $ref} may lead into each other, recursion into nested
 *     values included
 * @param references how many times references may be followed in all
 * @param compiledSchemas how many compiled schemas are kept for charts that are still in use
 */
public record SchemaLimits(int referenceDepth, long references, int compiledSchemas) {

  /** 200 references deep, 1,000,000 followed, 1,000 compiled schemas kept. */
  public static final SchemaLimits DEFAULT = new SchemaLimits(200, 1_000_000, 1_000);

  /** The same with another depth. */
  public SchemaLimits withReferenceDepth(int depth) {
    return new SchemaLimits(depth, references, compiledSchemas);
  }

  /** The same with another number of references to follow. */
  public SchemaLimits withReferences(long count) {
    return new SchemaLimits(referenceDepth, count, compiledSchemas);
  }
}
