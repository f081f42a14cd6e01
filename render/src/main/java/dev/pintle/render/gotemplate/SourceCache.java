package dev.pintle.render.gotemplate;

import dev.pintle.render.function.Functions;
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
final class SourceCache {

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

  /** At most twice that many characters are held. */
  SourceCache(Functions functions, long charsPerGeneration) {
    this(functions, Planner.OWN_FUNCTIONS, charsPerGeneration);
  }

  /**
   * An empty cache.
   *
   * @param ownFunctions those that the evaluator brings besides these
   * @param charsPerGeneration at most twice that many characters are held
   */
  SourceCache(Functions functions, Set<String> ownFunctions, long charsPerGeneration) {
    this.functions = functions;
    this.charsPerGeneration = charsPerGeneration;
    Set<String> names = new HashSet<>(functions.names());
    names.addAll(ownFunctions);
    this.parser = new TemplateParser(names);
  }

  /**
   * The templates that a text defines, by name; its own is that of the name given.
   *
   * @throws dev.pintle.render.gotemplate.syntax.TemplateSyntaxException if it is not well-formed
   */
  Map<String, Template> templates(String name, String text) {
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
