package dev.pintle.render.function;

import dev.pintle.values.GoObject;
import java.util.Collection;
import java.util.List;

/**
 * An object whose fields and methods templates can reach with {@code .Name}: {@code .Files}, {@code
 * .Capabilities}, a time, a semantic version, a certificate.
 */
public interface GoValue extends GoObject {

  /** What {@link #field} gives for a name that is no field; null is Go's nil. */
  Object NO_FIELD = new Object();

  /** The value of a field, or {@link #NO_FIELD}. */
  default Object field(String name) {
    return NO_FIELD;
  }

  /** The names of its fields and methods, as far as they are worth suggesting. */
  default Collection<String> names() {
    return List.of();
  }

  /** A method bound to this object, its parameters without the receiver; null if there is none. */
  default Function method(String name) {
    return null;
  }
}
