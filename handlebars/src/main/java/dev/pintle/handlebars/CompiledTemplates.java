package dev.pintle.handlebars;

import dev.pintle.template.Execution;
import dev.pintle.template.NamedTemplates;
import dev.pintle.template.TemplateSet;

/** The Handlebars templates of a release. */
final class CompiledTemplates implements TemplateSet {

  private final Library library;

  CompiledTemplates(Library library) {
    this.library = library;
  }

  @Override
  public Run start(Execution execution) {
    return start(execution, NamedTemplates.none());
  }

  @Override
  public Run start(Execution execution, NamedTemplates others) {
    return new Rendering(library, execution, others);
  }
}
