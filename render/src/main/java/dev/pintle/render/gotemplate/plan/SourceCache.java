package dev.pintle.render.gotemplate.plan;

import dev.pintle.render.function.Functions;
import dev.pintle.render.gotemplate.run.Template;
import dev.pintle.render.gotemplate.run.TextCompiler;
import dev.pintle.render.gotemplate.syntax.TemplateParser;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiled templates by their source, so that a text is parsed once however often it is rendered.
 * Holds a bounded amount of text: what was not asked for lately is compiled anew. Safe for any
 * number of threads.
 */
public final class SourceCache implements TextCompiler {

  private record Source(String name, String text) {

    // Written out: the JVM makes those of a record when they are first called, and each start of
    // the command would wait for that.

    @Override
    public boolean equals(Object other) {
      return other instanceof Source source && name.equals(source.name) && text.equals(source.text);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + text.hashCode();
    }
  }

  private record Generation(Map<Source, Map<String, Template>> templates) {
    static Generation empty() {
      return new Generation(new ConcurrentHashMap<>());
    }
  }

  private final Functions functions;
  private final TemplateParser parser;
  private final long charsPerGeneration;
  private volatile Generation young = Generation.empty();
  private volatile Generation old = Generation.empty();
  private long youngChars;

  /**
   * An empty cache.
   *
   * @param own those that the evaluator brings besides these
   * @param charsPerGeneration at most twice that many characters are held
   */
  public SourceCache(Functions functions, Set<OwnFunction> own, long charsPerGeneration) {
    this.functions = functions;
    this.charsPerGeneration = charsPerGeneration;
    Set<String> names = new HashSet<>(functions.names());
    own.forEach(function -> names.add(function.functionName()));
    this.parser = new TemplateParser(names);
  }

  @Override
  public Map<String, Template> templates(String name, String text) {
    Source source = new Source(name, text);
    Map<String, Template> found = young.templates.get(source);
    if (found == null) {
      found = old.templates.get(source);
      if (found == null) {
        found = Planner.plan(parser.parse(name, text), functions);
      }
      keep(source, found);
    }
    return found;
  }

  private synchronized void keep(Source source, Map<String, Template> templates) {
    if (young.templates.put(source, templates) == null) {
      youngChars += source.text.length();
    }
    if (youngChars > charsPerGeneration) {
      old = young;
      young = Generation.empty();
      youngChars = 0;
    }
  }
}
