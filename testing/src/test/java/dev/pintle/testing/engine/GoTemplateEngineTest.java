package dev.pintle.testing.engine;

import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.GoTemplateEngine;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSource;

/** Go's templates keep the contract of engines. */
class GoTemplateEngineTest extends TemplateEngineContract {

  private final TemplateEngine engine = new GoTemplateEngine(StandardFunctions.all());

  @Override
  protected TemplateEngine engine() {
    return engine;
  }

  @Override
  protected String fileName(String base) {
    return base + ".yaml";
  }

  @Override
  protected String printing(String... path) {
    return "{{ ." + String.join(".", path) + " }}";
  }

  @Override
  protected String printingEach(String... path) {
    return "{{ range ." + String.join(".", path) + " }}{{ . }};{{ end }}";
  }

  @Override
  protected TemplateSource partial(String directory, String name, String body) {
    return new TemplateSource(
        directory + "_" + name + ".tpl", "{{ define \"" + name + "\" }}" + body + "{{ end }}");
  }

  @Override
  protected String calling(String partial) {
    return "{{ include \"" + partial + "\" . }}";
  }

  @Override
  protected String malformed() {
    return "{{ if }}";
  }

  @Override
  protected String failing() {
    return "{{ fail \"on purpose\" }}";
  }
}
