package dev.pintle.render.gotemplate;

import dev.pintle.render.gotemplate.plan.Mentions;
import dev.pintle.render.gotemplate.plan.SourceCache;
import dev.pintle.render.gotemplate.run.Environment;
import dev.pintle.render.gotemplate.run.Rendering;
import dev.pintle.render.gotemplate.syntax.Tree;
import dev.pintle.template.Execution;
import dev.pintle.template.NamedTemplates;
import dev.pintle.template.TemplateSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The Go templates of a release. */
final class CompiledTemplates implements TemplateSet {

  // No path of a chart.
  private static final String ANY_CHART = "";
  private static final String PARTIALS = "_";

  private final SourceCache sources;
  private final Environment environment;

  /** What templates mention: those of a chart, all partials, all; as far as it was asked for. */
  private final Map<String, Mentions> mentions = new ConcurrentHashMap<>();

  /**
   * Templates.
   *
   * @param sources compiles the texts that templates hand to {@code tpl}
   */
  CompiledTemplates(SourceCache sources, Environment environment) {
    this.sources = sources;
    this.environment = environment;
  }

  @Override
  public Run start(Execution execution) {
    return start(execution, NamedTemplates.none());
  }

  @Override
  public Run start(Execution execution, NamedTemplates others) {
    return new Rendering(sources, environment, execution, others);
  }

  @Override
  public boolean mentions(String chart, List<String> path) {
    String key = path.get(path.size() - 1);
    if (path.size() > 1) {
      return mentions
          .computeIfAbsent(ANY_CHART, any -> mentionsOf(file -> true))
          .hasEntry(path.get(path.size() - 2), key);
    }
    // A chart's own templates see its values, and so do any that only lend definitions.
    String directory = chart + "/templates/";
    return mentions
            .computeIfAbsent(PARTIALS, c -> mentionsOf(CompiledTemplates::isPartial))
            .hasValue(key)
        || mentions
            .computeIfAbsent(chart, c -> mentionsOf(file -> file.startsWith(directory)))
            .hasValue(key);
  }

  private Mentions mentionsOf(Predicate<String> files) {
    Mentions found = new Mentions();
    for (String name : environment.names()) {
      Tree tree = environment.find(name).tree();
      if (files.test(tree.parseName())) {
        found.add(tree);
      }
    }
    return found;
  }

  private static boolean isPartial(String file) {
    return file.startsWith("_", file.lastIndexOf('/') + 1);
  }
}
