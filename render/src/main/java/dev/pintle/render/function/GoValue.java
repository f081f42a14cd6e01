package dev.pintle.render.function;

import dev.pintle.values.GoObject;

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

  /** A method bound to this object, its parameters without the receiver; null if there is none. */
  default Function method(String name) {
    return null;
  }

  /**
   * What {@code range}, {@code index}, {@code len} and truth see: for a value of a named Go map or
   * list type (such as {@code .Files}) the {@link dev.pintle.values.Table} or {@link
   * dev.pintle.values.Sequence} that it is, for a struct itself.
   */
  default Object underlying() {
    return this;
  }

  /** What {@code {{ . }}} prints for it. */
  String goString();

  /**
   * What {@code %v} prints for it. Differs from {@link #goString()} for a type whose {@code String}
   * method belongs to its pointer: Go's templates find that method, its {@code fmt} does not.
   */
  default String formatted() {
    return goString();
  }
}
