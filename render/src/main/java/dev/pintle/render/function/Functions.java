package dev.pintle.render.function;

import dev.pintle.values.GoType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The template functions that an engine offers, by name: immutable, safe to share. */
public final class Functions {

  private final Map<String, Function> byName;

  private Functions(Map<String, Function> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** The function of that name, or null. */
  public Function find(String name) {
    return byName.get(name);
  }

  /** The names of all functions. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** Starts a set of functions. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects functions; a later one of the same name replaces the earlier. */
  public static final class Builder {
    private final Map<String, Function> byName = new HashMap<>();

    /** Adds a function with a fixed number of parameters. */
    public Builder add(String name, List<GoType> parameters, Function.Body body) {
      byName.put(name, new Function(name, parameters, null, body));
      return this;
    }

    /** Adds a function that takes any number of arguments of one type after the fixed ones. */
    public Builder addVariadic(
        String name, List<GoType> parameters, GoType variadic, Function.Body body) {
      byName.put(name, new Function(name, parameters, variadic, body));
      return this;
    }

    /** Gives functions that are there a second name. */
    public Builder alias(String alias, String name) {
      Function function = byName.get(name);
      byName.put(
          alias, new Function(alias, function.parameters(), function.variadic(), function.body()));
      return this;
    }

    /** Takes functions out again. */
    public Builder without(List<String> names) {
      names.forEach(byName::remove);
      return this;
    }

    /** Adds a group of functions. */
    @SafeVarargs
    public final Builder with(java.util.function.Consumer<Builder>... groups) {
      Arrays.asList(groups).forEach(group -> group.accept(this));
      return this;
    }

    /** The functions collected so far. */
    public Functions build() {
      return new Functions(byName);
    }
  }
}
