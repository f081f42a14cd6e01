package dev.pintle.template;

import java.util.List;

/**
 * A template language. An engine is immutable and shared by any number of threads; what one
 * rendering needs is in the {@link Execution} and in the {@link TemplateSet.Run} that it starts.
 */
public interface TemplateEngine {

  /** The name of the language, for messages. */
  String name();

  /** True if files of that name are written in this engine's language. */
  boolean handles(String templateName);

  /**
   * Compiles the templates of a release, in this order, so that each can call all others; a later
   * definition of a name replaces an earlier one.
   *
   * @throws dev.pintle.diagnostic.PintleException if one is not well-formed
   */
  TemplateSet compile(List<TemplateSource> sources);
}
