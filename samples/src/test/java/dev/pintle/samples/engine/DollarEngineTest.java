package dev.pintle.samples.engine;

import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSource;
import dev.pintle.testing.engine.TemplateEngineContract;

class DollarEngineTest extends TemplateEngineContract {

  @Override
  protected TemplateEngine engine() {
    return new DollarEngine();
  }

  @Override
  protected String fileName(String base) {
    return base + ".dollar";
  }

  @Override
  protected String printing(String... path) {
    return "${" + String.join(".", path) + "}";
  }

  @Override
  protected String printingEach(String... path) {
    return "${" + String.join(".", path) + ";}";
  }

  @Override
  protected TemplateSource partial(String directory, String name, String body) {
    return new TemplateSource(directory + "_" + name + ".dollar", body);
  }

  @Override
  protected String calling(String partial) {
    return "${> " + partial + "}";
  }

  @Override
  protected String malformed() {
    return "${not closed";
  }

  @Override
  protected String failing() {
    return "${Values.absent}";
  }
}
