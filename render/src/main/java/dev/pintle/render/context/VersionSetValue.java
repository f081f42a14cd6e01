package dev.pintle.render.context;

import static dev.pintle.render.function.Param.STRING;

import dev.pintle.render.function.Function;
import dev.pintle.render.function.GoValue;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import java.util.List;
import java.util.Set;

/**
 * What templates see as {@code .Capabilities.APIVersions}: a list that can be asked {@code Has}.
 */
final class VersionSetValue implements GoValue {

  private final Sequence versions;
  private final Set<String> lookup;

  VersionSetValue(List<String> versions) {
    this.versions = Sequence.ofType(GoType.STRING_LIST, versions);
    this.lookup = Set.copyOf(versions);
  }

  @Override
  public String goTypeName() {
    return "common.VersionSet";
  }

  @Override
  public String goKind() {
    return "slice";
  }

  @Override
  public Object underlying() {
    return versions;
  }

  @Override
  public Object jsonValue() {
    return versions;
  }

  @Override
  public Function method(String name) {
    return name.equals("Has")
        ? Function.of(name, STRING, version -> lookup.contains(version))
        : null;
  }

  @Override
  public String goString() {
    StringBuilder text = new StringBuilder("[");
    versions.forEach(version -> text.append(text.length() > 1 ? " " : "").append(version));
    return text.append(']').toString();
  }

  @Override
  public String toString() {
    return goString();
  }
}
