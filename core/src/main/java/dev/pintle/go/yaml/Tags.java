package dev.pintle.go.yaml;

/** The tags that say which type a scalar has. */
final class Tags {

  static final String CORE = "tag:yaml.org,2002:";
  static final String STR = CORE + "str";
  static final String BOOL = CORE + "bool";
  static final String INT = CORE + "int";
  static final String FLOAT = CORE + "float";
  static final String NULL = CORE + "null";
  static final String TIMESTAMP = CORE + "timestamp";
  static final String BINARY = CORE + "binary";
  static final String MERGE = CORE + "merge";

  private Tags() {}

  /** The tag as messages show it. */
  static String shorten(String tag) {
    return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
  }

  /** True if a scalar of that tag must look like the type that the tag names. */
  static boolean isChecked(String tag) {
    return switch (tag) {
      case STR, BOOL, INT, FLOAT, NULL, TIMESTAMP -> true;
      default -> false;
    };
  }
}
