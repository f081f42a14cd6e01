package dev.pintle.testing.engine;

import dev.pintle.handlebars.HandlebarsEngine;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSource;

/** Handlebars keeps the contract of engines. */
class HandlebarsEngineTest extends TemplateEngineContract {

  private final TemplateEngine engine = new HandlebarsEngine();

  @Override
  protected TemplateEngine engine() {
    return engine;
  }

  @Override
  protected String fileName(String base) {
    return base + ".yaml.hbs";
  }

  @Override
  protected String printing(String... path) {
    return "{{" + String.join(".", path) + "}}";
  }

  @Override
  protected String printingEach(String... path) {
    return "{{#each " + String.join(".", path) + "}}{{this}};{{/each}}";
  }

  @Override
  protected TemplateSource partial(String directory, String name, String body) {
    return new TemplateSource(directory + "_" + name + ".hbs", body);
  }

  @Override
  protected String calling(String partial) {
    return "{{> " + partial + "}}";
  }

  @Override
  protected String malformed() {
    return "{{#if}}";
  }

  @Override
  protected String failing() {
    return "{{fail \"on purpose\"}}";
  }
}
