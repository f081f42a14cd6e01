package dev.pintle.render.gotemplate;

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

  private static final String ANY_CHART = "";

  private final SourceCache sources;
  private final Environment environment;

  /** What the templates mention that see the values of a chart, as far as it was asked for. */
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
    return path.size() == 1
        ? mentions.computeIfAbsent(chart, c -> mentionsOf(file -> sees(file, c))).hasValue(key)
        : mentions
            .computeIfAbsent(ANY_CHART, any -> mentionsOf(file -> true))
            .hasEntry(path.get(path.size() - 2), key);
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

  /** True if a file sees the values of a chart: its own do, and any that only lends definitions. */
  private static boolean sees(String file, String chart) {
    return file.startsWith(chart + "/templates/")
        || file.startsWith("_", file.lastIndexOf('/') + 1);
  }
}
