package dev.pintle.go.yaml;

/** The two ways in which Helm's functions write YAML. */
enum YamlDialect {
  /**
   * {@code toYaml}: Go's {@code sigs.k8s.io/yaml}, which writes JSON, reads that as YAML and writes
   * it with {@code yaml.v2}. Lists in maps are not indented, long lines are folded.
   */
  COMPACT(80, true),

  /** {@code toYamlPretty}: Go's {@code yaml.v3}, from the values themselves. Lists are indented. */
  PRETTY(Integer.MAX_VALUE, false);

  private final int width;
  private final boolean throughJson;

  YamlDialect(int width, boolean throughJson) {
    this.width = width;
    this.throughJson = throughJson;
  }

  /** The column after which a line is broken at the next blank. */
  int width() {
    return width;
  }

  /** Whether values are written as what becomes of them when they are written and read as JSON. */
  boolean throughJson() {
    return throughJson;
  }
}
