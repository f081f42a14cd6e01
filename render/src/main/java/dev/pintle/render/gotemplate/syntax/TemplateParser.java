package dev.pintle.render.gotemplate.syntax;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Parses templates as Go's {@code text/template/parse} of Go 1.26 does, with its messages. A parser
 * is immutable and may be shared by threads if its set of names may.
 */
public final class TemplateParser {

  private final Set<String> functions;

  /**
   * A parser for templates that can call certain functions.
   *
   * @param functions the names of all functions, Go's own such as {@code eq} included
   */
  public TemplateParser(Set<String> functions) {
    this.functions = functions;
  }

  /**
   * Parses a file.
   *
   * @param name what the file is called, in messages and as a template
   * @param text its text, bytes that are no UTF-8 as {@link dev.pintle.go.strings.GoStrings}
   *     carries them
   * @return the trees by name: that of the file itself, of each definition and of each block. A
   *     definition that has the file's name stands for the file if the file's own text is blank
   * @throws TemplateSyntaxException if it is not well-formed, or if parentheses and blocks nest
   *     more than 250 deep, an {@code else if} counted as the nested {@code if} that it is
   */
  public Map<String, Tree> parse(String name, String text) {
    ParsedText source = new ParsedText(name, text, functions);
    new TreeParser(source).file();
    return Collections.unmodifiableMap(source.trees());
  }
}
