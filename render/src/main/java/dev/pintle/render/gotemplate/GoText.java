package dev.pintle.render.gotemplate;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.function.Functions;
import dev.pintle.render.gotemplate.plan.OwnFunction;
import dev.pintle.render.gotemplate.plan.SourceCache;
import dev.pintle.render.gotemplate.run.Environment;
import dev.pintle.render.gotemplate.run.Rendering;
import dev.pintle.render.gotemplate.syntax.TemplateSyntaxException;
import dev.pintle.template.Execution;
import dev.pintle.template.NamedTemplates;
import java.util.List;

/**
 * Go's {@code text/template} by itself, as Helm uses it for texts that are not part of a chart:
 * without {@code include} and {@code tpl}, with {@code <no value>} where nil is printed, and with
 * messages as Go writes them.
 */
public final class GoText {

  private GoText() {}

  /**
   * Renders one text.
   *
   * @param name what messages call it
   * @param functions what it can call besides the functions of the language
   * @param data what {@code .} is; may be null
   * @throws PintleException if it is not well-formed, or fails
   */
  public static String render(String name, String text, Functions functions, Object data) {
    SourceCache sources = new SourceCache(functions, OwnFunction.OF_GO, text.length());
    Environment environment;
    try {
      environment = Environment.of(List.of(sources.templates(name, text)));
    } catch (TemplateSyntaxException e) {
      throw new PintleException(e.goMessage(), e.diagnostics(), e);
    }
    return new Rendering(sources, environment, Execution.standard(), NamedTemplates.none())
        .renderAsGo(name, data);
  }
}
