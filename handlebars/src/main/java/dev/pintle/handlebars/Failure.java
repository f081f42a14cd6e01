package dev.pintle.handlebars;

import com.github.jknack.handlebars.HandlebarsException;

/**
 * Something failed in a template. It is the library's own kind of exception, since the library
 * wraps any other in one that has lost the cause where a tag stands at the beginning of its line.
 */
final class Failure extends HandlebarsException {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final boolean refusal;

  /**
   * A failure.
   *
   * @param place where it is, with the calls that led there
   * @param refusal true if the chart itself refuses to be rendered, in its own words
   */
  Failure(String message, Throwable cause, Place place, boolean refusal) {
    super(message, cause);
    this.place = place;
    this.refusal = refusal;
  }

  Place place() {
    return place;
  }

  boolean isRefusal() {
    return refusal;
  }
}
