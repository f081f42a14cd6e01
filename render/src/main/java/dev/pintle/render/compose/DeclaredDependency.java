package dev.pintle.render.compose;

import dev.pintle.chart.Dependency;
import java.util.List;

/** A dependency that a chart declares, while it is decided whether it is enabled. */
final class DeclaredDependency {

  private final Dependency declaration;
  private String name;
  private boolean enabled;
  private List<Object> importValues;

  DeclaredDependency(Dependency declaration) {
    this.declaration = declaration;
    this.name = declaration.name();
    this.enabled = declaration.enabled();
    this.importValues = declaration.importValues();
  }

  DeclaredDependency copy() {
    DeclaredDependency copy = new DeclaredDependency(declaration);
    copy.name = name;
    copy.enabled = enabled;
    copy.importValues = importValues;
    return copy;
  }

  /** The declared name, and from {@link #takeAlias()} on the alias if there is one. */
  String name() {
    return name;
  }

  void takeAlias() {
    if (!declaration.alias().isEmpty()) {
      name = declaration.alias();
    }
  }

  String alias() {
    return declaration.alias();
  }

  String version() {
    return declaration.version();
  }

  String condition() {
    return declaration.condition();
  }

  List<String> tags() {
    return declaration.tags();
  }

  boolean isEnabled() {
    return enabled;
  }

  void setEnabled(boolean newEnabled) {
    this.enabled = newEnabled;
  }

  List<Object> importValues() {
    return importValues;
  }

  void setImportValues(List<Object> newImportValues) {
    this.importValues = newImportValues;
  }

  /** What templates see of it. */
  Dependency toDependency() {
    return new Dependency(
        name,
        declaration.version(),
        declaration.repository(),
        declaration.condition(),
        declaration.tags(),
        enabled,
        importValues,
        declaration.alias());
  }
}
