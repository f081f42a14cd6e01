package dev.pintle.validate;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.limit.Budget;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.release.Release;
import java.util.List;

/**
 * Checks what a chart was rendered into. Implementations are immutable and may be used by several
 * threads.
 */
@FunctionalInterface
public interface ReleaseValidator {

  /**
   * All that is wrong with the objects of a release, in their order.
   *
   * <p>A finding's position is in the rendered object, whose file is that of the template with
   * {@code (rendered)} after it; the template's own line is its hint {@link
   * dev.pintle.diagnostic.Hint.RenderedBy}. {@link Diagnostic.Kind#OBJECT_SCHEMA} is an error,
   * {@link Diagnostic.Kind#UNKNOWN_KIND} says that an object could not be checked.
   *
   * @param budget counts what the check does
   * @return empty if nothing was found
   * @throws LimitException if the check needs more than the budget has
   */
  List<Diagnostic> validate(Release release, Budget budget);

  /** The same with a budget of its own, of the limits that apply where nothing else is said. */
  default List<Diagnostic> validate(Release release) {
    return validate(release, new Budget(Limits.defaults(), "checking the objects"));
  }
}
