package dev.pintle.values;

/**
 * The Go types that template functions declare as parameters and that values have.
 *
 * <p>The names are those that Go prints, since templates ({@code typeOf}) and error messages show
 * them.
 */
public enum GoType {
  ANY("interface {}", "interface"),
  BOOL("bool", "bool"),
  STRING("string", "string"),
  INT("int", "int"),
  INT32("int32", "int32"),
  INT64("int64", "int64"),
  UINT8("uint8", "uint8"),
  UINT64("uint64", "uint64"),
  FLOAT64("float64", "float64"),
  MAP("map[string]interface {}", "map"),
  VALUES("common.Values", "map"),
  STRING_MAP("map[string]string", "map"),
  BYTES_MAP("map[string][]uint8", "map"),
  LIST("[]interface {}", "slice"),
  STRING_LIST("[]string", "slice"),
  INT_LIST("[]int", "slice"),
  LIST_LIST("[][]interface {}", "slice"),
  MAP_LIST("[]map[string]interface {}", "slice"),
  BYTES("[]uint8", "slice"),
  OBJECT("struct", "struct"),
  /** Of parameters only: a constant that fits, or nothing, since no value has this type. */
  UINT32("uint32", "uint32"),
  /** Of parameters only: takes the {@link GoObject} of that type name. */
  TIME("time.Time", "struct"),
  /** Of parameters only: takes the {@link GoObject} of that type name, or an integer constant. */
  DURATION("time.Duration", "int64"),
  /** Of parameters only: takes the {@link GoObject} of that type name. */
  LOCATION("*time.Location", "ptr"),
  /** Of parameters only: takes the {@link GoObject} of that type name. */
  CERTIFICATE("sprig.certificate", "struct"),
  /** Of parameters only: takes the {@link GoObject} of that type name. */
  VERSION("*semver.Version", "ptr");

  private final String goName;
  private final String goKind;

  GoType(String goName, String goKind) {
    this.goName = goName;
    this.goKind = goKind;
  }

  /** The name that {@code %T} prints. */
  public String goName() {
    return goName;
  }

  /** The name that {@code kindOf} gives. */
  public String goKind() {
    return goKind;
  }

  /** The type of what a map or list of this type holds; null for other types. */
  public GoType element() {
    return switch (this) {
      case MAP, VALUES, LIST -> ANY;
      case STRING_MAP, STRING_LIST -> STRING;
      case BYTES_MAP -> BYTES;
      case INT_LIST -> INT;
      case LIST_LIST -> LIST;
      case MAP_LIST -> MAP;
      case BYTES -> UINT8;
      default -> null;
    };
  }

  /** The type of a value; {@code null} (Go's nil) has none and is an error here. */
  public static GoType of(Object value) {
    if (value instanceof String) {
      return STRING;
    } else if (value instanceof Boolean) {
      return BOOL;
    } else if (value instanceof Double) {
      return FLOAT64;
    } else if (value instanceof Table table) {
      return table.type();
    } else if (value instanceof Sequence sequence) {
      return sequence.type();
    } else if (value instanceof GoInt) {
      return INT;
    } else if (value instanceof Long) {
      return INT64;
    } else if (value instanceof Integer) {
      return INT32;
    } else if (value instanceof Byte) {
      return UINT8;
    } else if (value instanceof GoUint64) {
      return UINT64;
    } else if (value instanceof byte[]) {
      return BYTES;
    } else if (value instanceof GoObject) {
      return OBJECT;
    }
    throw new IllegalArgumentException(
        "no Go type for " + (value == null ? "null" : value.getClass().getName()));
  }

  /** What {@code %T} prints for a value, {@code <nil>} for null. */
  public static String nameOf(Object value) {
    if (value == null) {
      return "<nil>";
    }
    return value instanceof GoObject object ? object.goTypeName() : of(value).goName();
  }

  /** What {@code kindOf} gives for a value, {@code invalid} for null. */
  public static String kindOf(Object value) {
    if (value == null) {
      return "invalid";
    }
    return value instanceof GoObject object ? object.goKind() : of(value).goKind();
  }
}
