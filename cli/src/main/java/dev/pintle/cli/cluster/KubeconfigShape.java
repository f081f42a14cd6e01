package dev.pintle.cli.cluster;

import dev.pintle.diagnostic.Position;
import dev.pintle.go.encoding.GoBase64;
import dev.pintle.go.json.JsonKind;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Map;

/**
 * Which fields a kubeconfig has, and of which types: client-go's {@code clientcmd/api/v1}. Fields
 * that it does not know are passed over, and null is nothing, of whatever type.
 */
final class KubeconfigShape {

  /** A value of a wrong type; the message is the one of Go's decoder. */
  static final class WrongType extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Position position;

    WrongType(String message, Position position) {
      super(message);
      this.position = position;
    }

    Position position() {
      return position;
    }
  }

  /** Where a value stands: the Go struct that holds it, the fields on the way, and in the file. */
  private record Place(String struct, String path, Position position) {

    WrongType mismatch(Object value, String goType) {
      String message = "json: cannot unmarshal %s into Go struct field %s%s of type %s";
      return new WrongType(
          message.formatted(JsonKind.nameOf(value), struct, path, goType), position);
    }
  }

  /** A type of Go. */
  private sealed interface Shape permits Scalar, ListOf, MapOf, Struct {

    String goType();

    /** Checks a value that is not null. */
    void check(Object value, Place place) throws WrongType;
  }

  private enum Scalar implements Shape {
    TEXT("string", String.class),
    FLAG("bool", Boolean.class),
    BYTES("[]uint8", String.class),
    ANYTHING("runtime.RawExtension", Object.class);

    private final String goType;
    private final Class<?> type;

    Scalar(String goType, Class<?> type) {
      this.goType = goType;
      this.type = type;
    }

    @Override
    public String goType() {
      return goType;
    }

    @Override
    public void check(Object value, Place place) throws WrongType {
      if (!type.isInstance(value)) {
        throw place.mismatch(value, goType);
      } else if (this == BYTES) {
        try {
          GoBase64.decode(GoStrings.toBytes((String) value));
        } catch (IllegalArgumentException e) {
          throw new WrongType(e.getMessage(), place.position);
        }
      }
    }
  }

  private record ListOf(Shape item) implements Shape {

    @Override
    public String goType() {
      return "[]" + item.goType();
    }

    @Override
    public void check(Object value, Place place) throws WrongType {
      if (!(value instanceof Sequence items)) {
        throw place.mismatch(value, goType());
      }
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) != null) {
          item.check(items.get(i), new Place(place.struct, place.path, items.positionOf(i)));
        }
      }
    }
  }

  private record MapOf(Shape value) implements Shape {

    @Override
    public String goType() {
      return "map[string]" + value.goType();
    }

    @Override
    public void check(Object found, Place place) throws WrongType {
      if (!(found instanceof Table table)) {
        throw place.mismatch(found, goType());
      }
      for (Table.Slot slot : table.sorted()) {
        if (slot.getValue() != null) {
          value.check(slot.getValue(), new Place(place.struct, place.path, slot.position()));
        }
      }
    }
  }

  private record Struct(String name, Map<String, Shape> fields) implements Shape {

    @Override
    public String goType() {
      return "v1." + name;
    }

    @Override
    public void check(Object value, Place place) throws WrongType {
      if (!(value instanceof Table table)) {
        throw place.mismatch(value, goType());
      }
      for (Table.Slot slot : table.sorted()) {
        Shape field = fields.get(slot.getKey());
        if (field != null && slot.getValue() != null) {
          String path = place.path + "." + slot.getKey();
          field.check(slot.getValue(), new Place(name, path, slot.position()));
        }
      }
    }
  }

  private static final Shape EXTENSIONS =
      new ListOf(
          new Struct("NamedExtension", Map.of("name", Scalar.TEXT, "extension", Scalar.ANYTHING)));

  private static final Shape CLUSTER =
      new Struct(
          "Cluster",
          Map.of(
              "server", Scalar.TEXT,
              "tls-server-name", Scalar.TEXT,
              "insecure-skip-tls-verify", Scalar.FLAG,
              "certificate-authority", Scalar.TEXT,
              "certificate-authority-data", Scalar.BYTES,
              "proxy-url", Scalar.TEXT,
              "disable-compression", Scalar.FLAG,
              "extensions", EXTENSIONS));

  private static final Shape EXEC =
      new Struct(
          "ExecConfig",
          Map.of(
              "command", Scalar.TEXT,
              "args", new ListOf(Scalar.TEXT),
              "env",
                  new ListOf(
                      new Struct("ExecEnvVar", Map.of("name", Scalar.TEXT, "value", Scalar.TEXT))),
              "apiVersion", Scalar.TEXT,
              "installHint", Scalar.TEXT,
              "provideClusterInfo", Scalar.FLAG,
              "interactiveMode", Scalar.TEXT));

  private static final Shape USER =
      new Struct(
          "AuthInfo",
          Map.ofEntries(
              Map.entry("client-certificate", Scalar.TEXT),
              Map.entry("client-certificate-data", Scalar.BYTES),
              Map.entry("client-key", Scalar.TEXT),
              Map.entry("client-key-data", Scalar.BYTES),
              Map.entry("token", Scalar.TEXT),
              Map.entry("tokenFile", Scalar.TEXT),
              Map.entry("as", Scalar.TEXT),
              Map.entry("as-uid", Scalar.TEXT),
              Map.entry("as-groups", new ListOf(Scalar.TEXT)),
              Map.entry("as-user-extra", new MapOf(new ListOf(Scalar.TEXT))),
              Map.entry("username", Scalar.TEXT),
              Map.entry("password", Scalar.TEXT),
              Map.entry(
                  "auth-provider",
                  new Struct(
                      "AuthProviderConfig",
                      Map.of("name", Scalar.TEXT, "config", new MapOf(Scalar.TEXT)))),
              Map.entry("exec", EXEC),
              Map.entry("extensions", EXTENSIONS)));

  private static final Shape CONTEXT =
      new Struct(
          "Context",
          Map.of(
              "cluster", Scalar.TEXT,
              "user", Scalar.TEXT,
              "namespace", Scalar.TEXT,
              "extensions", EXTENSIONS));

  private static final Shape KUBECONFIG =
      new Struct(
          "Config",
          Map.of(
              "preferences",
              new Struct("Preferences", Map.of("colors", Scalar.FLAG, "extensions", EXTENSIONS)),
              "clusters",
              named("NamedCluster", "cluster", CLUSTER),
              "users",
              named("NamedAuthInfo", "user", USER),
              "contexts",
              named("NamedContext", "context", CONTEXT),
              "current-context",
              Scalar.TEXT,
              "extensions",
              EXTENSIONS));

  /** What is looked at before everything else; the struct has no name in Go. */
  private static final Shape TYPE_META =
      new Struct("", Map.of("apiVersion", Scalar.TEXT, "kind", Scalar.TEXT));

  private KubeconfigShape() {}

  private static Shape named(String struct, String field, Shape shape) {
    return new ListOf(new Struct(struct, Map.of("name", Scalar.TEXT, field, shape)));
  }

  /** Checks the fields that say what a file is. */
  static void checkTypeMeta(Table file) throws WrongType {
    TYPE_META.check(file, new Place("", "", null));
  }

  /** Checks a whole file; of several faults the first by the order of keys is told, as by Go. */
  static void check(Table file) throws WrongType {
    KUBECONFIG.check(file, new Place("", "", null));
  }
}
