package dev.pintle.handlebars;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A tag that is being rendered, and the call that its template comes from.
 *
 * @param source the template
 * @param line the library's line, from 1
 * @param column the library's column, from 0
 * @param caller the tag that called the template, or null
 */
record Place(SourceText source, int line, int column, Place caller) {

  private static final int SHOWN_CALLS = 50;

  Position position() {
    return source.position(line, column);
  }

  /** The tag of the file that all calls come from. */
  Place outermost() {
    Place place = this;
    while (place.caller != null) {
      place = place.caller;
    }
    return place;
  }

  /** What is to be said of it. */
  Diagnostic diagnostic(Diagnostic.Kind kind, String message) {
    Position position = position();
    String sourceLine = source.line(position);
    int start =
        sourceLine.offsetByCodePoints(
            0, Math.min(position.column() - 1, sourceLine.codePointCount(0, sourceLine.length())));
    Diagnostic found =
        Diagnostic.of(kind, message, position)
            .withSource(sourceLine, span(sourceLine, start))
            .withChain(chain());
    return source.isGivenToTpl() ? found.withholding() : found;
  }

  /** How long the word is that stands there. */
  private static int span(String line, int start) {
    int end = start;
    while (end < line.length()
        && !Character.isWhitespace(line.charAt(end))
        && "{}()".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return Math.max(1, line.codePointCount(start, end));
  }

  private List<Diagnostic.Frame> chain() {
    List<Diagnostic.Frame> frames = new ArrayList<>();
    for (Place call = caller; call != null && frames.size() < SHOWN_CALLS; call = call.caller) {
      frames.add(
          new Diagnostic.Frame(
              call.position(), call.source.name(), call.source.tag(call.line, call.column)));
    }
    return frames;
  }
}
