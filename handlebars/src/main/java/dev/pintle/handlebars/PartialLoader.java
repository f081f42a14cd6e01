package dev.pintle.handlebars;

import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateLoader;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.FileNotFoundException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Gives the library the partials of the release, and no other file. */
final class PartialLoader implements TemplateLoader {

  private final Library library;

  PartialLoader(Library library) {
    this.library = library;
  }

  /** The library takes the block of {@code {{#> name}}} where there is no such file. */
  @Override
  public TemplateSource sourceAt(String name) throws FileNotFoundException {
    CompiledText partial = library.partial(name);
    if (partial == null) {
      throw new FileNotFoundException("_" + name + DEFAULT_SUFFIX);
    }
    return new StringTemplateSource(partial.source().name(), partial.source().text());
  }

  @Override
  public String resolve(String name) {
    return name;
  }

  @Override
  public String getPrefix() {
    return "";
  }

  @Override
  public String getSuffix() {
    return "";
  }

  @Override
  public void setPrefix(String prefix) {
    throw new UnsupportedOperationException("partials are found by their names");
  }

  @Override
  public void setSuffix(String suffix) {
    throw new UnsupportedOperationException("partials are found by their names");
  }

  @Override
  public void setCharset(Charset charset) {
    throw new UnsupportedOperationException("partials are text already");
  }

  @Override
  public Charset getCharset() {
    return StandardCharsets.UTF_8;
  }
}
