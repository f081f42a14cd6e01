package dev.pintle.handlebars;

import dev.pintle.render.function.Functions;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import java.util.List;

/**
 * Handlebars for the files of a chart whose names end in {@code .hbs}: the language of
 * Handlebars.java over the values that Helm gives to templates, with Helm's functions as helpers.
 * {@code _name.hbs} is the partial {@code {{> name}}}.
 *
 * <p>Helm itself renders such files as Go templates, so this engine works only where it is asked
 * for:
 *
 * <pre>{@code Pintle.builder().engine(new HandlebarsEngine()).build()}</pre>
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class HandlebarsEngine implements TemplateEngine {

  private final Functions functions;

  /** An engine with the functions that a Helm chart's templates have. */
  public HandlebarsEngine() {
    this(StandardFunctions.all());
  }

  /** An engine with these functions, besides the language's own helpers. */
  public HandlebarsEngine(Functions functions) {
    this.functions = functions;
  }

  @Override
  public String name() {
    return "handlebars";
  }

  @Override
  public boolean handles(String templateName) {
    return templateName.endsWith(Library.SUFFIX);
  }

  @Override
  public TemplateSet compile(List<TemplateSource> sources) {
    return new CompiledTemplates(new Library(new Helpers(functions), sources));
  }
}
