package dev.pintle.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.TagType;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.TypeSafeTemplate;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A compiled text together with its source. The library runs it where a tag calls a partial; so it
 * tells the rendering first, which knows what calls what.
 */
final class CompiledText implements Template {

  private final SourceText source;
  private final Template body;

  CompiledText(SourceText source, Template body) {
    this.source = source;
    this.body = body;
  }

  SourceText source() {
    return source;
  }

  Template body() {
    return body;
  }

  @Override
  public void apply(Context context, Writer writer) throws IOException {
    Rendering.of(context).callPartial(this, context, writer);
  }

  @Override
  public void apply(Object context, Writer writer) throws IOException {
    apply((Context) context, writer);
  }

  @Override
  public String apply(Object context) {
    return apply((Context) context);
  }

  @Override
  public String apply(Context context) {
    return Rendering.of(context).captured(this, context);
  }

  @Override
  public String text() {
    return source.text();
  }

  @Override
  public String filename() {
    return source.name();
  }

  @Override
  public int[] position() {
    return new int[] {1, 0};
  }

  @Override
  public List<String> collect(TagType... tagType) {
    return body.collect(tagType);
  }

  @Override
  public List<String> collectReferenceParameters() {
    return body.collectReferenceParameters();
  }

  @Override
  public String toJavaScript() {
    throw new UnsupportedOperationException("templates are rendered in Java");
  }

  @Override
  public <T, S extends TypeSafeTemplate<T>> S as(Class<S> type) {
    throw new UnsupportedOperationException("templates are rendered for values of charts");
  }

  @Override
  public <T> TypeSafeTemplate<T> as() {
    throw new UnsupportedOperationException("templates are rendered for values of charts");
  }
}
