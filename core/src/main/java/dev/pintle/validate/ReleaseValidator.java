package dev.pintle.validate;

import dev.pintle.diagnostic.Diagnostic;
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
   * @return empty if nothing was found
   */
  List<Diagnostic> validate(Release release);
}
