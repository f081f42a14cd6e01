package dev.pintle.schema.kubernetes;

import dev.pintle.values.Table;

/**
 * What an object says that it is.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 */
record ObjectType(String apiVersion, String kind) {

  /** The type of an object; parts that are no strings are empty. */
  static ObjectType of(Table object) {
    return new ObjectType(text(object.get("apiVersion")), text(object.get("kind")));
  }

  private static String text(Object value) {
    return value instanceof String text ? text : "";
  }

  /** What stands before the slash of the API version; empty for the oldest kinds. */
  String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** What stands after the slash. */
  String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return kind + " of " + apiVersion;
  }
}
