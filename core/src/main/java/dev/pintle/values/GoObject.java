package dev.pintle.values;

/**
 * A value of a Go struct type that templates can see, such as {@code .Capabilities} or what {@code
 * now} gives. What its fields and methods are is the business of the template engine.
 */
public interface GoObject {

  /** Go's name of the type, as {@code %T} prints it, such as {@code *common.Capabilities}. */
  String goTypeName();

  /**
   * Go's name of the kind, as {@code kindOf} gives it: {@code struct}, {@code ptr}, {@code slice} …
   */
  String goKind();

  /**
   * What Go's {@code encoding/json} writes for it, as values; the entries of a map are written in
   * the map's order. A struct without public fields is an empty object.
   */
  default Object jsonValue() {
    return new Table();
  }
}
