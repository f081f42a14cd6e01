package dev.pintle.render.gotemplate;

import dev.pintle.render.function.Functions;
import dev.pintle.render.gotemplate.plan.OwnFunction;
import dev.pintle.render.gotemplate.plan.SourceCache;
import dev.pintle.render.gotemplate.run.Environment;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import java.util.List;

/**
 * Go's {@code text/template} as Helm uses it: the language of Go 1.26, with the option {@code
 * missingkey=zero}, with {@code include} and {@code tpl}, and without {@code <no value>} in what it
 * renders.
 *
 * <p>Immutable but for a cache of compiled texts, and safe for any number of threads. A text that
 * is compiled again, by the same engine and under the same name, costs a look into that cache.
 */
public final class GoTemplateEngine implements TemplateEngine {

  private static final long CACHED_CHARS = 16L << 20;

  private final SourceCache sources;

  /** An engine whose templates can call these functions, besides those that are the language's. */
  public GoTemplateEngine(Functions functions) {
    this.sources = new SourceCache(functions, OwnFunction.OF_CHARTS, CACHED_CHARS);
  }

  @Override
  public String name() {
    return "gotemplate";
  }

  /** Every file that no other engine claims is a Go template. */
  @Override
  public boolean handles(String templateName) {
    return true;
  }

  @Override
  public TemplateSet compile(List<TemplateSource> templates) {
    Environment environment =
        Environment.of(
            templates.stream()
                .map(source -> sources.templates(source.name(), source.text()))
                .toList());
    return new CompiledTemplates(sources, environment);
  }
}
