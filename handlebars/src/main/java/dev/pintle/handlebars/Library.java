package dev.pintle.handlebars;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.HelperRegistry;
import com.github.jknack.handlebars.Parser;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.TemplateCache;
import com.github.jknack.handlebars.io.StringTemplateSource;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.render.stack.DeepStack;
import dev.pintle.template.TemplateSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The compiled files of a release, and the library set up to compile and run them: nothing is
 * escaped, only our values can be looked into, only our helpers are there. Safe for any number of
 * threads.
 */
final class Library implements TemplateCache {

  /** What the names of its files end in. */
  static final String SUFFIX = ".hbs";

  private record Source(String file, String text) {}

  private final Map<String, SourceText> files = new HashMap<>();

  /** The files of partials by the names that they can be called by. */
  private final Map<String, String> partials = new HashMap<>();

  /** Files, and partials as they are where their call is indented. */
  private final Map<Source, CompiledText> compiled = new ConcurrentHashMap<>();

  private final Handlebars handlebars;

  /**
   * Compiles templates; of partials with the same name the last one counts.
   *
   * @throws PintleException if one is not well-formed
   */
  Library(HelperRegistry helpers, List<TemplateSource> sources) {
    handlebars =
        new Handlebars(new PartialLoader(this))
            .with(helpers)
            .with(this)
            .with(EscapingStrategy.NOOP)
            .with(new ValueFormatter())
            .prettyPrint(true)
            .infiniteLoops(true);
    DeepStack.run(() -> sources.forEach(this::add));
  }

  private void add(TemplateSource source) {
    String name = source.name();
    try {
      files.put(name, new SourceText(name, source.text()));
    } catch (MalformedTagException e) {
      throw malformed(e.getMessage(), e.position(), source.text(), e);
    }
    compile(name, source.text());
    if (isPartial(name)) {
      partials.put(name, name);
      partials.put(partialName(name), name);
    }
  }

  /** The short name of a partial's file: without directory, underscore and ending. */
  private static String partialName(String file) {
    String base = file.substring(file.lastIndexOf('/') + 1);
    String name = base.endsWith(SUFFIX) ? base.substring(0, base.length() - SUFFIX.length()) : base;
    return name.startsWith("_") ? name.substring(1) : name;
  }

  /** True if a file of that name only lends itself to others. */
  private static boolean isPartial(String file) {
    return file.startsWith("_", file.lastIndexOf('/') + 1);
  }

  private CompiledText compile(String name, String text) {
    try {
      return (CompiledText) handlebars.compile(new StringTemplateSource(name, text));
    } catch (IOException e) {
      throw new IllegalStateException("a text was read from memory", e);
    }
  }

  /** The file of that name, or null. */
  CompiledText file(String name) {
    SourceText source = files.get(name);
    return source == null ? null : compiled.get(new Source(name, source.text()));
  }

  /** The partial of that name, or null. */
  CompiledText partial(String name) {
    String file = partials.get(name);
    return file == null ? null : file(file);
  }

  /** The names that partials can be called by. */
  Set<String> partialNames() {
    return partials.keySet();
  }

  /** A text that comes from values; it is not kept. */
  CompiledText tpl(String text) {
    try {
      return parse(new SourceText(SourceText.TPL_NAME, text), text);
    } catch (MalformedTagException e) {
      throw malformed(e.getMessage(), e.position(), text, e);
    }
  }

  /** Called by the library for each file and for each call of a partial. */
  @Override
  public Template get(com.github.jknack.handlebars.io.TemplateSource source, Parser parser)
      throws IOException {
    String text = source.content(StandardCharsets.UTF_8);
    return compiled.computeIfAbsent(
        new Source(source.filename(), text),
        key -> parse(files.get(source.filename()).indentedAs(text), text));
  }

  private CompiledText parse(SourceText source, String text) {
    try {
      Parser parser = handlebars.getParserFactory().create(handlebars, "{{", "}}");
      return new CompiledText(source, parser.parse(new StringTemplateSource(source.name(), text)));
    } catch (HandlebarsException e) {
      HandlebarsError error = e.getError();
      throw error == null
          ? malformed("this is not Handlebars", null, source.text(), e)
          : malformed(
              error.reason, source.faultPosition(error.line, error.column), source.text(), e);
    } catch (IllegalArgumentException e) {
      throw malformed("this is not Handlebars: " + e.getMessage(), null, source.text(), e);
    } catch (IOException e) {
      throw new IllegalStateException("a text was read from memory", e);
    }
  }

  private static PintleException malformed(
      String reason, Position position, String text, RuntimeException cause) {
    Diagnostic found =
        Diagnostic.of(Diagnostic.Kind.TEMPLATE_SYNTAX, reason, position).withSourceFrom(text);
    boolean isTpl = position != null && position.file().equals(SourceText.TPL_NAME);
    return new PintleException(
        "parse error at (" + position + "): " + reason, isTpl ? found.withholding() : found, cause);
  }

  /** Compiled files are kept as long as the templates of the release are. */
  @Override
  public void clear() {
    throw new UnsupportedOperationException("templates are immutable");
  }

  @Override
  public void evict(com.github.jknack.handlebars.io.TemplateSource source) {
    throw new UnsupportedOperationException("templates are immutable");
  }

  @Override
  public TemplateCache setReload(boolean reload) {
    return this;
  }
}
