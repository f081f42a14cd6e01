package dev.pintle.schema;

/**
 * Hands in the schemas that a chart's schema refers to and that are not in its own file. Without
 * one such a reference is an error: nothing is read from the network or from other files.
 *
 * <p>May be asked by several threads at a time.
 */
@FunctionalInterface
public interface SchemaResolver {

  /** Knows no schema. */
  SchemaResolver NONE = url -> null;

  /**
   * The JSON of a schema.
   *
   * @param url absolute and without fragment. A relative reference is resolved against {@code
   *     file:///values.schema.json}, as Helm does, or against the {@code $id} around it.
   * @return the document's bytes, or null if it is not known here
   */
  byte[] resolve(String url);
}
