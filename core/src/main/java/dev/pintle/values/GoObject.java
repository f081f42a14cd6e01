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

  /**
   * What Go's {@code yaml.v3} writes for it, as values: that does not know the names that fields
   * have in JSON.
   */
  default Object yamlValue() {
    return jsonValue();
  }

  /**
   * What Go's {@code BurntSushi/toml} writes for it, as values: fields have their own names there,
   * and empty ones are not left out.
   */
  default Object tomlValue() {
    return jsonValue();
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

  /**
   * The value as a function gets it. Go hands over a copy of a struct, for which its templates do
   * not find the methods of the pointer any more.
   */
  default GoObject passed() {
    return this;
  }

  /**
   * What {@code range}, {@code index}, {@code len}, comparison and truth see: for a value of a
   * named Go map, list, string or number type (such as {@code .Files}) the {@link Table}, {@link
   * Sequence}, {@link String} or {@link Number} that it is, for a struct itself.
   */
  default Object underlying() {
    return this;
  }

  /** A value, or if it is of a named Go type, the one that it is made of. */
  static Object underlying(Object value) {
    return value instanceof GoObject object ? object.underlying() : value;
  }
}
