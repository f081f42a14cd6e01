package dev.pintle.cli.cluster;

import dev.pintle.cli.cluster.Kubeconfig.Cluster;
import dev.pintle.cli.cluster.Kubeconfig.Context;
import dev.pintle.cli.cluster.Kubeconfig.Impersonated;
import dev.pintle.cli.cluster.Kubeconfig.Pem;
import dev.pintle.cli.cluster.Kubeconfig.User;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.file.GivenFile;
import dev.pintle.go.json.JsonKind;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.go.strings.TextParts;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Limits;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads one kubeconfig file. */
final class KubeconfigFile {

  private static final String TYPE_META =
      "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\";"
          + " Kind string \"json:\\\"kind,omitempty\\\"\" }";

  private final String file;
  private final Path directory;

  private KubeconfigFile(String file) {
    this.file = file;
    this.directory = Path.of(file).toAbsolutePath().getParent();
  }

  /**
   * Reads a file; an empty one says nothing.
   *
   * @throws PintleException with client-go's message, and the place if it cannot be read as a
   *     kubeconfig. Never with the line itself: that may hold what must not be shown.
   */
  static Kubeconfig read(String path) {
    return new KubeconfigFile(path).read();
  }

  private Kubeconfig read() {
    try {
      String text = GoStrings.fromBytes(GivenFile.read(Path.of(file), Limits.defaults()));
      return kubeconfig(YamlReader.read(text, ReadOptions.of(file)));
    } catch (IOException e) {
      throw wrong(FileErrors.describe("open", file, e), null);
    } catch (YamlException e) {
      throw wrong(
          TextParts.withoutPrefix(e.getMessage(), "error converting YAML to JSON: "), e.position());
    } catch (KubeconfigShape.WrongType e) {
      throw wrong(e.getMessage(), e.position());
    }
  }

  private Kubeconfig kubeconfig(Object content) throws KubeconfigShape.WrongType {
    Table table = content == null ? new Table() : requireTable(content);
    requireKubeconfig(table);
    KubeconfigShape.check(table);
    return new Kubeconfig(
        text(table, "current-context"),
        named(table, "contexts", "NamedContext", "Context", "context", this::context),
        named(table, "clusters", "NamedCluster", "Cluster", "cluster", this::cluster),
        named(table, "users", "NamedAuthInfo", "AuthInfo", "user", this::user));
  }

  private Table requireTable(Object content) {
    if (content instanceof Table table) {
      return table;
    }
    throw wrong(
        "couldn't get version/kind; json parse error: json: cannot unmarshal "
            + JsonKind.nameOf(content)
            + " into Go value of type "
            + TYPE_META,
        new Position(file, 1, 1));
  }

  private void requireKubeconfig(Table table) {
    try {
      KubeconfigShape.checkTypeMeta(table);
    } catch (KubeconfigShape.WrongType e) {
      throw wrong("couldn't get version/kind; json parse error: " + e.getMessage(), e.position());
    }
    String kind = text(table, "kind").isEmpty() ? "Config" : text(table, "kind");
    String given = TextParts.withoutPrefix(text(table, "apiVersion"), "/");
    String version = given.isEmpty() ? "v1" : given;
    if (version.indexOf('/') != version.lastIndexOf('/')) {
      throw wrong("unexpected GroupVersion string: " + version, table.positionOf("apiVersion"));
    } else if (!kind.equals("Config") || !version.equals("v1")) {
      throw wrong(
          "no kind %s is registered for version %s in scheme \"pkg/runtime/scheme.go:111\""
              .formatted(GoQuotes.quote(kind), GoQuotes.quote(version)),
          table.positionOf(kind.equals("Config") ? "apiVersion" : "kind"));
    }
  }

  /** Reads a list of things that have names. */
  private <T> Map<String, T> named(
      Table table,
      String key,
      String goItem,
      String goType,
      String field,
      Function<Table, T> reader) {
    Map<String, T> all = new LinkedHashMap<>();
    Sequence items = table.get(key) instanceof Sequence list ? list : Sequence.empty();
    for (int i = 0; i < items.size(); i++) {
      Table item = items.get(i) instanceof Table entry ? entry : new Table();
      String name = text(item, "name");
      T value = reader.apply(item.get(field) instanceof Table fields ? fields : new Table());
      if (all.put(name, value) != null) {
        // client-go prints the whole list after this, tokens and all
        throw wrong(
            "error converting *[]%s into *map[string]*api.%s: duplicate name \"%s\" in list"
                .formatted(goItem, goType, name),
            items.positionOf(i));
      }
    }
    return all;
  }

  private Context context(Table fields) {
    return new Context(text(fields, "cluster"), text(fields, "user"), text(fields, "namespace"));
  }

  private Cluster cluster(Table fields) {
    return new Cluster(
        text(fields, "server"),
        text(fields, "tls-server-name"),
        Boolean.TRUE.equals(fields.get("insecure-skip-tls-verify")),
        path(fields, "certificate-authority"),
        base64(fields, "certificate-authority-data"),
        text(fields, "proxy-url"));
  }

  private User user(Table fields) {
    return new User(
        new Pem(path(fields, "client-certificate"), base64(fields, "client-certificate-data")),
        new Pem(path(fields, "client-key"), base64(fields, "client-key-data")),
        text(fields, "token"),
        path(fields, "tokenFile"),
        text(fields, "username"),
        text(fields, "password"),
        new Impersonated(
            text(fields, "as"),
            text(fields, "as-uid"),
            texts(fields.get("as-groups")),
            extra(fields.get("as-user-extra"))),
        (Table) fields.get("exec"),
        (Table) fields.get("auth-provider"));
  }

  private static String text(Table fields, String key) {
    return fields.get(key) instanceof String text ? text : "";
  }

  /** Relative to the file that says it. */
  private String path(Table fields, String key) {
    String path = text(fields, key);
    return path.isEmpty() ? path : directory.resolve(path).normalize().toString();
  }

  /** Go takes line breaks in it. */
  private static String base64(Table fields, String key) {
    return TextParts.without(text(fields, key), c -> c == '\r' || c == '\n');
  }

  private static List<String> texts(Object list) {
    return list instanceof Sequence items
        ? items.stream().map(item -> item == null ? "" : (String) item).toList()
        : List.of();
  }

  private static Map<String, List<String>> extra(Object map) {
    Map<String, List<String>> extra = new LinkedHashMap<>();
    if (map instanceof Table table) {
      for (Table.Slot slot : table.sorted()) {
        extra.put(slot.getKey(), texts(slot.getValue()));
      }
    }
    return extra;
  }

  private PintleException wrong(String message, Position position) {
    return new PintleException(
        "error loading config file \"" + file + "\": " + message,
        Diagnostic.of(Diagnostic.Kind.APPLY, message, position));
  }
}
