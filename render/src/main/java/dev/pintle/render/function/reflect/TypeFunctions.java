package dev.pintle.render.function.reflect;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.ANY;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.render.function.Function;
import dev.pintle.values.GoType;
import java.util.List;

/** Sprig's functions that tell the Go type and kind of a value. */
public final class TypeFunctions {

  private TypeFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("typeOf", ANY, GoType::nameOf),
        of("typeIs", STRING, ANY, (name, value) -> name.equals(GoType.nameOf(value))),
        of("typeIsLike", STRING, ANY, (name, value) -> isLike(name, GoType.nameOf(value))),
        of("kindOf", ANY, GoType::kindOf),
        of("kindIs", STRING, ANY, (kind, value) -> kind.equals(GoType.kindOf(value))),
        of("deepEqual", ANY, ANY, DeepEquality::areEqual));
  }

  /** A pointer is like what it points to. */
  private static boolean isLike(String wanted, String name) {
    return wanted.equals(name) || ("*" + wanted).equals(name);
  }
}
