import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Enough of an API server for one install and one look for drift: the launcher lets commands speak
 * with it to learn which classes they load. It keeps the Secrets that it gets and nothing else.
 *
 * <p>{@code java TrainingServer.java KEYSTORE PASSWORD KUBECONFIG} writes the kubeconfig when it
 * listens, and ends after a minute if nobody ends it.
 */
final class TrainingServer {

  private static final String KINDS =
      "/v1 Namespace namespaces, /v1 ConfigMap configmaps, /v1 Secret secrets,"
          + " /v1 Service services, /v1 ServiceAccount serviceaccounts, /v1 Pod pods,"
          + " apps/v1 Deployment deployments, policy/v1 PodDisruptionBudget poddisruptionbudgets,"
          + " monitoring.coreos.com/v1 PrometheusRule prometheusrules,"
          + " monitoring.coreos.com/v1 ServiceMonitor servicemonitors,"
          + " networking.istio.io/v1 DestinationRule destinationrules,"
          + " networking.istio.io/v1 Gateway gateways,"
          + " networking.istio.io/v1 VirtualService virtualservices,"
          + " networking.istio.io/v1alpha3 EnvoyFilter envoyfilters";

  private static final Pattern NAME = Pattern.compile("\"name\":\"(sh\\.helm\\.[^\"]*)\"");

  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws Exception {
    char[] password = arguments[1].toCharArray();
    KeyStore store = KeyStore.getInstance(Path.of(arguments[0]).toFile(), password);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", new TrainingServer()::answer);
    server.start();
    Files.writeString(Path.of(arguments[2]), kubeconfig(server.getAddress().getPort()));
    Thread.sleep(60_000);
    System.exit(0);
  }

  private static String kubeconfig(int port) {
    return """
        apiVersion: v1
        kind: Config
        current-context: training
        clusters:
          - name: training
            cluster: {server: "https://127.0.0.1:%d", insecure-skip-tls-verify: true}
        users: [{name: training, user: {token: none}}]
        contexts: [{name: training, context: {cluster: training, user: training}}]
        """
        .formatted(port);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "GET" -> read(exchange, path);
      case "PATCH" -> send(exchange, 201, "{\"metadata\":{\"resourceVersion\":\"1\"}}");
      default -> {
        keep(body);
        send(exchange, 201, body);
      }
    }
  }

  private void keep(String body) {
    Matcher name = NAME.matcher(body);
    if (name.find()) {
      secrets.put(name.group(1), body);
    }
  }

  private void read(HttpExchange exchange, String path) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/version")) {
      send(exchange, 200, "{\"gitVersion\":\"v1.34.0\"}");
    } else if (path.equals("/api") || path.equals("/apis")) {
      send(exchange, 200, discovery(path.equals("/api")));
    } else if (path.endsWith("/secrets")) {
      send(exchange, 200, list(String.join(",", secrets.values())));
    } else if (secrets.containsKey(name)) {
      send(exchange, 200, secrets.get(name));
    } else if (Stream.of(KINDS.split(",")).anyMatch(kind -> kind.endsWith(" " + name))) {
      send(exchange, 200, list(""));
    } else {
      send(exchange, 404, "{\"kind\":\"Status\",\"code\":404,\"reason\":\"NotFound\"}");
    }
  }

  private static String list(String items) {
    return "{\"kind\":\"List\",\"metadata\":{},\"items\":[" + items + "]}";
  }

  /** All kinds at once, as servers since Kubernetes 1.27 tell them. */
  private static String discovery(boolean core) {
    String groups =
        Stream.of(KINDS.split(","))
            .map(kind -> kind.strip().split("[/ ]"))
            .filter(kind -> kind[0].isEmpty() == core)
            .map(
                kind ->
                    """
                    {"metadata":{"name":"%s"},"versions":[{"version":"%s","resources":[
                      {"resource":"%s","responseKind":{"kind":"%s"},"scope":"%s"}]}]}"""
                        .formatted(
                            kind[0],
                            kind[1],
                            kind[3],
                            kind[2],
                            kind[2].equals("Namespace") ? "Cluster" : "Namespaced"))
            .collect(Collectors.joining(","));
    return "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[" + groups + "]}";
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
