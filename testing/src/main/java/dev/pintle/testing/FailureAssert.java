package dev.pintle.testing;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** Assertions on why a chart could not be rendered. */
public final class FailureAssert extends AbstractAssert<FailureAssert, RenderFailure> {

  FailureAssert(RenderFailure actual) {
    super(actual, FailureAssert.class);
  }

  /**
   * What failed is there: one of the places that the failure knows, the calls that led to it
   * included, ends so.
   *
   * @param place a file by the end of its path, such as {@code templates/_helpers.tpl}, with or
   *     without {@code :line} or {@code :line:column}; {@code values.schema.json} for whatever the
   *     schema of a chart refuses
   */
  public FailureAssert isAt(String place) {
    List<String> places = places();
    if (places.stream().noneMatch(known -> leadsTo(known, place))) {
      throw failure(
          "%s", "expected a failure at " + place + ", but it is at " + places + ":\n" + text());
    }
    return this;
  }

  private static boolean leadsTo(String known, String place) {
    String whole = "/" + known + ":";
    return whole.contains("/" + place + ":");
  }

  private List<String> places() {
    isNotNull();
    List<String> places = new ArrayList<>();
    for (Diagnostic diagnostic : actual.diagnostics()) {
      if (diagnostic.kind() == Diagnostic.Kind.SCHEMA) {
        places.add("values.schema.json");
      }
      add(diagnostic.position(), places);
      add(diagnostic.origin(), places);
      diagnostic.chain().forEach(frame -> add(frame.position(), places));
    }
    return places;
  }

  private static void add(Position position, List<String> places) {
    if (position != null && !places.contains(position.toString())) {
      places.add(position.toString());
    }
  }

  /** Its message, or what more is known of it, has all of these words. */
  public FailureAssert mentions(String... words) {
    String text = text();
    List<String> missing = Stream.of(words).filter(word -> !text.contains(word)).toList();
    if (!missing.isEmpty()) {
      throw failure(
          "%s", "expected a failure that mentions " + missing + ", but it says:\n" + text);
    }
    return this;
  }

  /** Helm's message is exactly this, but for white space at its end. */
  public FailureAssert hasMessage(String message) {
    isNotNull();
    String found = actual.message().stripTrailing();
    if (!found.equals(message)) {
      throw failureWithActualExpected(
          found, message, "%s", "expected the failure\n" + message + "\nbut it is\n" + text());
    }
    return this;
  }

  /** It is of that kind. */
  public FailureAssert isOf(Diagnostic.Kind kind) {
    isNotNull();
    if (actual.diagnostics().stream().noneMatch(found -> found.kind() == kind)) {
      throw failure(
          "%s",
          "expected a failure of kind "
              + kind
              + ", but it is of "
              + actual.diagnostics().stream().map(Diagnostic::kind).distinct().toList()
              + ":\n"
              + text());
    }
    return this;
  }

  private String text() {
    isNotNull();
    StringBuilder text = new StringBuilder(ChartRendering.describe(actual.exception()));
    for (Diagnostic diagnostic : actual.diagnostics()) {
      // Helm's report of a schema has each finding already, and the value with it.
      boolean isTold =
          diagnostic.kind() == Diagnostic.Kind.SCHEMA
              || actual.message().contains(diagnostic.message());
      if (!isTold) {
        text.append('\n').append(diagnostic.message());
      }
      for (Hint hint : diagnostic.hints()) {
        text.append("\n  hint: ").append(words(hint));
      }
    }
    return text.toString();
  }

  private static String words(Hint hint) {
    if (hint instanceof Hint.DidYouMean meant) {
      return "did you mean " + meant.name() + "?";
    } else if (hint instanceof Hint.ComesFrom from) {
      return from.what() + " comes from " + from.origin();
    } else if (hint instanceof Hint.RenderedBy by) {
      return "rendered by " + by.origin();
    }
    return ((Hint.Advice) hint).text();
  }
}
