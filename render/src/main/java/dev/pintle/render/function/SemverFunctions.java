package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.STRING;

import dev.pintle.version.Version;
import dev.pintle.version.VersionConstraint;
import dev.pintle.version.VersionException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Sprig's {@code semver} and {@code semverCompare}. */
public final class SemverFunctions {

  private static final int MAX_CONSTRAINTS = 512;

  /** By their text: a chart asks the same few again and again. Starts afresh when full. */
  private final ConcurrentHashMap<String, VersionConstraint> constraints =
      new ConcurrentHashMap<>();

  private SemverFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    SemverFunctions functions = new SemverFunctions();
    f.add("semver", List.of(STRING), (x, a) -> SemverValue.pointer(parse(text(a, 0))));
    f.add(
        "semverCompare",
        List.of(STRING, STRING),
        (x, a) -> functions.constraint(text(a, 0)).check(parse(text(a, 1))));
  }

  private VersionConstraint constraint(String text) {
    VersionConstraint known = constraints.get(text);
    if (known != null) {
      return known;
    }
    VersionConstraint constraint = checked(() -> VersionConstraint.parse(text));
    if (constraints.size() >= MAX_CONSTRAINTS) {
      constraints.clear();
    }
    constraints.put(text, constraint);
    return constraint;
  }

  private static Version parse(String text) {
    return checked(() -> Version.parse(text));
  }

  /** Turns an error of the core into one of a function. */
  static <T> T checked(Supplier<T> step) {
    try {
      return step.get();
    } catch (VersionException e) {
      throw new FunctionException(e.getMessage());
    }
  }
}
