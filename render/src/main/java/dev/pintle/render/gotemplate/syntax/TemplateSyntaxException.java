package dev.pintle.render.gotemplate.syntax;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.Visible;

/**
 * A template is not well-formed. {@link #getMessage()} is what Helm says of a file that it cannot
 * parse; {@link #goMessage()} is the error of Go's parser, which Helm shows whole where a text
 * given to {@code tpl} cannot be parsed.
 */
public final class TemplateSyntaxException extends PintleException {

  private static final long serialVersionUID = 1L;

  private static final String SEPARATOR = ": ";

  private final String location;
  private final String fault;

  /**
   * A fault in a template.
   *
   * @param template the name of the template's file
   * @param line the line that Go names, which may come after that of the diagnostic's position
   * @param fault what Go says is wrong, without the place
   * @param diagnostic the same, and what more is known, as data
   */
  TemplateSyntaxException(String template, int line, String fault, Diagnostic diagnostic) {
    super(helmMessage(Visible.name(template) + ':' + line, fault), diagnostic);
    this.location = Visible.name(template) + ':' + line;
    this.fault = fault;
  }

  /** The whole message of Go's parser: {@code template: file:line: fault}. */
  public String goMessage() {
    return "template: " + location + SEPARATOR + fault;
  }

  /** What is wrong, without the place. */
  public String fault() {
    return fault;
  }

  /**
   * Helm cuts Go's message at every colon with a space and shows the second piece and the last, so
   * a fault that has one inside is shown from there on only.
   */
  private static String helmMessage(String location, String fault) {
    int cut = location.indexOf(SEPARATOR);
    String shownLocation = cut < 0 ? location : location.substring(0, cut);
    int last = fault.lastIndexOf(SEPARATOR);
    String shownFault = last < 0 ? fault : fault.substring(last + SEPARATOR.length());
    return "parse error at (" + shownLocation + "): " + shownFault;
  }
}
