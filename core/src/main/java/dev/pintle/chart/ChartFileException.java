package dev.pintle.chart;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;

/**
 * A file of a chart is at fault. Each chart around it adds its own words to the message, as with
 * Helm; the finding itself keeps the words of the first.
 */
final class ChartFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic finding;

  /**
   * With Helm's message, if Helm fails too.
   *
   * @param file the path in the outermost chart, or empty
   * @param line from 1; 0 if not known
   */
  ChartFileException(String file, int line, String message) {
    this(Diagnostic.Kind.CHART, message, new Position(file, line, 0), null);
  }

  ChartFileException(Diagnostic.Kind kind, String message, Position position, Throwable cause) {
    this(message, Diagnostic.of(kind, message, position), cause);
  }

  private ChartFileException(String message, Diagnostic finding, Throwable cause) {
    super(message, cause, false, false);
    this.finding = finding;
  }

  /** What a reader found in a file, with Helm's words around it. */
  static ChartFileException of(String helmMessage, Diagnostic finding) {
    return new ChartFileException(helmMessage, finding, null);
  }

  /** The same with the words of the chart around it. */
  ChartFileException withMessage(String message) {
    return new ChartFileException(message, finding, this);
  }

  /** The same with less in its message than is known: that becomes something to be told besides. */
  ChartFileException shortenedTo(String message) {
    return new ChartFileException(
        message, finding.withHint(new Hint.Advice(finding.message())), this);
  }

  /** The same with the line at fault, taken from the text of the file. */
  ChartFileException withSourceFrom(String text) {
    return new ChartFileException(getMessage(), finding.withSourceFrom(text), this);
  }

  /** For the user. */
  PintleException toPintleException() {
    return new PintleException(getMessage(), finding, this);
  }
}
