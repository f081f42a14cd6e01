package dev.pintle.render.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The template functions that an engine offers, by name: immutable, safe to share. */
public final class Functions {

  private final Map<String, Function> byName;

  private Functions(Stream<Function> functions) {
    Map<String, Function> found = new HashMap<>();
    functions.forEach(function -> found.put(function.name(), function));
    this.byName = Map.copyOf(found);
  }

  /** Functions, each under all its names; a later one replaces an earlier one of the same name. */
  public static Functions of(List<Function> functions) {
    return new Functions(functions.stream().flatMap(Function::named));
  }

  /** The function of that name, or null. */
  public Function find(String name) {
    return byName.get(name);
  }

  /** The names of all functions. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** These functions and others, which replace those of the same names. */
  public Functions with(Function... others) {
    return new Functions(
        Stream.concat(byName.values().stream(), Stream.of(others).flatMap(Function::named)));
  }

  /** Some of these functions. */
  public Functions only(Predicate<Function> which) {
    return new Functions(byName.values().stream().filter(which));
  }

  /** The same as a linter has them: what a chart refuses to be rendered by lets everything pass. */
  public Functions lenient() {
    return new Functions(byName.values().stream().map(Function::lenient));
  }
}
