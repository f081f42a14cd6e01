package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.ANY;
import static dev.pintle.values.GoType.STRING;

import dev.pintle.values.GoType;
import java.util.List;

/** Sprig's functions that tell the Go type and kind of a value. */
public final class TypeFunctions {

  private TypeFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    f.add("typeOf", List.of(ANY), (x, a) -> GoType.nameOf(a[0]));
    f.add("typeIs", List.of(STRING, ANY), (x, a) -> text(a, 0).equals(GoType.nameOf(a[1])));
    f.add("typeIsLike", List.of(STRING, ANY), (x, a) -> isLike(text(a, 0), GoType.nameOf(a[1])));
    f.add("kindOf", List.of(ANY), (x, a) -> GoType.kindOf(a[0]));
    f.add("kindIs", List.of(STRING, ANY), (x, a) -> text(a, 0).equals(GoType.kindOf(a[1])));
    f.add("deepEqual", List.of(ANY, ANY), (x, a) -> DeepEquality.equal(x, a[0], a[1]));
  }

  /** A pointer is like what it points to. */
  private static boolean isLike(String wanted, String name) {
    return wanted.equals(name) || ("*" + wanted).equals(name);
  }
}
