package dev.pintle.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * One finding, as data: what it is, what Helm says of it, where it is and what may help. Made with
 * {@link #of} and the methods that add what more is known.
 *
 * @param kind which stage found what kind of fault
 * @param message what is wrong, in one sentence, without its place
 * @param position where it is, or null if nowhere in particular
 * @param sourceLine the text of that line if a chart's author wrote it; null if it is not known, or
 *     is {@code withheld}
 * @param withheld the text of that line if it may hold a value of the user's, else null; {@link
 *     #revealed} shows it
 * @param span how many characters from the column on are at fault; 0 if not known
 * @param chain the calls that led there, innermost first; empty outside templates
 * @param missing the value that was not there, or null if that is not the fault
 * @param note what more is known of the fault, in a few words, or null
 * @param hints what may mend it, the likeliest first
 */
public record Diagnostic(
    Kind kind,
    String message,
    Position position,
    String sourceLine,
    WithheldLine withheld,
    int span,
    List<Frame> chain,
    Missing missing,
    String note,
    List<Hint> hints) {

  /** The kinds of fault, by the stage that finds them, and the kinds of warning. */
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
    /** A rendered object that Kubernetes would not take. */
    OBJECT_SCHEMA,
    LIMIT,
    /** A release that could not be brought to its target, or not in full. */
    APPLY,
    /** A release has not what a caller asked it for. */
    OBJECT,
    /** A field of a rendered object that the Java class does not know. */
    UNKNOWN_FIELD,
    /** A value in a rendered object that the Java class cannot hold. */
    FIELD_TYPE,
    /** What Helm logs as a warning while it renders; the note has the fields of its log. */
    WARNING,
    /** What Helm logs as information. */
    NOTICE,
    /** A rendered object that could not be checked, since its kind is not known. */
    UNKNOWN_KIND,
    /** A value that the user gave and that nothing looks at. */
    UNKNOWN_VALUE,
    /** A value that has another type than the one it takes the place of. */
    CHANGED_TYPE,
    /** An API version that Kubernetes is to remove, or has removed. */
    OLD_API
  }

  /**
   * One call on the way to a fault.
   *
   * @param position where the call stands
   * @param template the named template that was executing
   * @param expression the source of the expression that was evaluated
   */
  public record Frame(Position position, String template, String expression) {}

  /**
   * A value that was looked for.
   *
   * @param of what it was looked for in, as a template would write it, such as {@code .Values.app};
   *     empty for the root, a dot for what is the dot at that place
   * @param name the name that was looked for in it
   * @param found what there is under that name
   */
  public record Missing(String of, String name, Found found) {

    /** What there can be in place of a value. */
    public enum Found {
      /** There is no such name. */
      NOTHING,
      /** There is the name, and its value is null. */
      NULL,
      /** There is the name, and its value is an empty string, list or map. */
      EMPTY
    }
  }

  /** Lists are copied. */
  public Diagnostic {
    chain = List.copyOf(chain);
    hints = List.copyOf(hints);
  }

  /** A finding of which only the message and, perhaps, the place is known. */
  public static Diagnostic of(Kind kind, String message, Position position) {
    return new Diagnostic(kind, message, position, null, null, 0, List.of(), null, null, List.of());
  }

  /** The same finding as one of another kind. */
  public Diagnostic as(Kind newKind) {
    return new Diagnostic(
        newKind, message, position, sourceLine, withheld, span, chain, missing, note, hints);
  }

  /**
   * Where to mend it: of a finding in rendered text the line of the template that wrote it, as far
   * as that is known; otherwise its own position, which may be null.
   */
  public Position origin() {
    for (Hint hint : hints) {
      if (hint instanceof Hint.RenderedBy by) {
        return by.origin();
      }
    }
    return position;
  }

  /** The same with the line in which it is, and how many characters of it are at fault. */
  public Diagnostic withSource(String line, int newSpan) {
    return withLines(line, null, newSpan);
  }

  /** The same with the line in which it is, taken from the whole text of its file. */
  public Diagnostic withSourceFrom(String text) {
    return position == null || position.line() == 0 || sourceLine != null
        ? this
        : withSource(lineOf(text), span);
  }

  /**
   * The same with a line that may hold values of the user's: it is there, but nobody sees it who
   * does not ask for it.
   */
  public Diagnostic withPrivateSource(String line, int newSpan) {
    return withLines(null, WithheldLine.of(line), newSpan);
  }

  /** The same with such a line, taken from the whole text of its file. */
  public Diagnostic withPrivateSourceFrom(String text) {
    return position == null || position.line() == 0 ? this : withPrivateSource(lineOf(text), span);
  }

  /** The same with its line kept back, if it has one. */
  public Diagnostic withholding() {
    return sourceLine == null ? this : withPrivateSource(sourceLine, span);
  }

  /** The same with the line shown that was kept back; it may hold values, secrets among them. */
  public Diagnostic revealed() {
    return withheld == null ? this : withSource(withheld.reveal(), span);
  }

  private String lineOf(String text) {
    return text.lines().skip(position.line() - 1L).findFirst().orElse(null);
  }

  private Diagnostic withLines(String line, WithheldLine kept, int newSpan) {
    return new Diagnostic(
        kind, message, position, line, kept, newSpan, chain, missing, note, hints);
  }

  /** The same with the calls that led there. */
  public Diagnostic withChain(List<Frame> newChain) {
    return new Diagnostic(
        kind, message, position, sourceLine, withheld, span, newChain, missing, note, hints);
  }

  /** The same with the value that was not there; null if that is not the fault. */
  public Diagnostic withMissing(Missing newMissing) {
    return new Diagnostic(
        kind, message, position, sourceLine, withheld, span, chain, newMissing, note, hints);
  }

  /** The same with what more is known; null for nothing. */
  public Diagnostic withNote(String newNote) {
    return new Diagnostic(
        kind, message, position, sourceLine, withheld, span, chain, missing, newNote, hints);
  }

  /** The same with one more hint; null adds none. */
  public Diagnostic withHint(Hint hint) {
    if (hint == null) {
      return this;
    }
    List<Hint> more = new ArrayList<>(hints);
    more.add(hint);
    return withHints(more);
  }

  /** The same with other hints. */
  public Diagnostic withHints(List<Hint> newHints) {
    return new Diagnostic(
        kind, message, position, sourceLine, withheld, span, chain, missing, note, newHints);
  }
}
