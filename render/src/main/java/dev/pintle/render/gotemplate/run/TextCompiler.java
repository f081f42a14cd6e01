package dev.pintle.render.gotemplate.run;

import java.util.Map;

/** Makes templates of texts; safe for any number of threads. */
@FunctionalInterface
public interface TextCompiler {

  /**
   * The templates that a text defines, by name; its own is that of the name given.
   *
   * @throws dev.pintle.render.gotemplate.syntax.TemplateSyntaxException if it is not well-formed
   */
  Map<String, Template> templates(String name, String text);
}
