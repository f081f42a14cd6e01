package dev.pintle.template;

/**
 * Templates that can be called by name, whatever language they are written in. Belongs to one
 * rendering, and so to one thread.
 */
@FunctionalInterface
public interface NamedTemplates {

  /**
   * Renders a named template for a dot.
   *
   * @return its text, or null if there is no template of that name
   * @throws dev.pintle.diagnostic.PintleException if the template fails
   */
  String render(String name, Object dot);

  /** Where there are no others. */
  static NamedTemplates none() {
    return (name, dot) -> null;
  }
}
