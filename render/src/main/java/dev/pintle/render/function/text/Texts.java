package dev.pintle.render.function.text;

import dev.pintle.go.fmt.GoFormat;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.template.Execution;

/** What Sprig makes of values where it wants text. */
public final class Texts {

  private Texts() {}

  /** Bytes as they are, all else as printed. */
  public static String of(Execution execution, Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof byte[] bytes
        ? GoStrings.fromBytes(bytes)
        : GoFormat.toString(value, execution::willBuild);
  }
}
