package dev.pintle.render.function.semver;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.go.semver.Version;
import dev.pintle.go.semver.VersionConstraint;
import dev.pintle.go.semver.VersionException;
import dev.pintle.render.function.Function;
import dev.pintle.render.function.FunctionException;
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

  /** The functions. */
  public static List<Function> all() {
    SemverFunctions functions = new SemverFunctions();
    return List.of(
        of("semver", STRING, text -> SemverValue.pointer(parse(text))),
        of("semverCompare", STRING, STRING, functions::compare));
  }

  private boolean compare(String constraint, String version) {
    return constraint(constraint).check(parse(version));
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
