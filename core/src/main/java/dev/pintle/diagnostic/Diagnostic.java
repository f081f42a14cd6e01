package dev.pintle.diagnostic;

import java.util.List;

/**
 * One finding, as data: what it is, what Helm says of it, where it is and what may help.
 *
 * @param kind which stage found what kind of fault
 * @param message what is wrong, in one sentence, without its place
 * @param position where it is, or null if nowhere in particular
 * @param sourceLine the text of that line, or null if it is not known
 * @param span how many characters from the column on are at fault; 0 if not known
 * @param chain the calls that led there, innermost first; empty outside templates
 * @param note what more is known of the fault, such as the value that was nil, or null
 * @param hint what may mend it, or null
 */
public record Diagnostic(
    Kind kind,
    String message,
    Position position,
    String sourceLine,
    int span,
    List<Frame> chain,
    String note,
    String hint) {

  /** The kinds of fault, by the stage that finds them. */
  public enum Kind {
    CHART,
    ARCHIVE,
    DEPENDENCY,
    KUBE_VERSION,
    YAML,
    VALUES,
    SET_FLAG,
    SCHEMA,
    TEMPLATE_SYNTAX,
    TEMPLATE_EXECUTION,
    MANIFEST,
    LIMIT,
    WARNING
  }

  /**
   * One call on the way to a fault.
   *
   * @param position where the call stands
   * @param template the named template that was executing
   * @param expression the source of the expression that was evaluated
   */
  public record Frame(Position position, String template, String expression) {}

  /** The chain is copied. */
  public Diagnostic {
    chain = List.copyOf(chain);
  }

  /** A finding of which only the message and, perhaps, the place is known. */
  public static Diagnostic of(Kind kind, String message, Position position) {
    return new Diagnostic(kind, message, position, null, 0, List.of(), null, null);
  }

  /** The same with a hint. */
  public Diagnostic withHint(String newHint) {
    return new Diagnostic(kind, message, position, sourceLine, span, chain, note, newHint);
  }
}
