package dev.pintle.cli.cluster;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.values.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What kubeconfig files say together, read and put together as client-go's {@code clientcmd} does.
 * Of a text that is not there, {@code ""} stands; paths are absolute.
 *
 * @param currentContext a name, which need not be one of the contexts
 */
record Kubeconfig(
    String currentContext,
    Map<String, Context> contexts,
    Map<String, Cluster> clusters,
    Map<String, User> users) {

  /** A cluster, a user and a namespace that go together, the former by their names. */
  record Context(String cluster, String user, String namespace) {
    static final Context NONE = new Context("", "", "");
  }

  /**
   * Where a server is, and how it is known to be the one.
   *
   * @param tlsServerName the name that its certificate is to have; empty for that in the address
   * @param authorityData certificates in PEM, in base64 without line breaks
   */
  record Cluster(
      String server,
      String tlsServerName,
      boolean insecure,
      String authority,
      String authorityData,
      String proxyUrl) {
    static final Cluster NONE = new Cluster("", "", false, "", "", "");
  }

  /**
   * Who asks.
   *
   * @param certificate the client's; data is PEM in base64 without line breaks
   * @param as whom it is to be done for
   * @param exec the program that knows the credentials, or null
   * @param authProvider what fetches the credentials, or null
   */
  record User(
      Pem certificate,
      Pem key,
      String token,
      String tokenFile,
      String username,
      String password,
      Impersonated as,
      Table exec,
      Table authProvider) {
    static final User NONE =
        new User(Pem.NONE, Pem.NONE, "", "", "", "", Impersonated.NONE, null, null);
  }

  /** A certificate or key: a file, or what would be in it. */
  record Pem(String file, String data) {
    static final Pem NONE = new Pem("", "");

    boolean isGiven() {
      return !file.isEmpty() || !data.isEmpty();
    }
  }

  /** Somebody in whose name things are done. */
  record Impersonated(
      String user, String uid, List<String> groups, Map<String, List<String>> extra) {
    static final Impersonated NONE = new Impersonated("", "", List.of(), Map.of());
  }

  /**
   * Reads the one file that was asked for.
   *
   * @throws PintleException if it is not there, or is no kubeconfig
   */
  static Kubeconfig ofFile(String path) {
    if (!Files.exists(Path.of(path))) {
      String message = "stat " + path + ": no such file or directory";
      throw new PintleException(Diagnostic.Kind.APPLY, message);
    }
    return ofFiles(List.of(path));
  }

  /**
   * Reads those of some files that are there. Of each context, cluster and user, and of the name of
   * the current context, the first file that has it has its say, whole.
   *
   * @throws PintleException if one of them is no kubeconfig; it tells of all of them
   */
  static Kubeconfig ofFiles(List<String> paths) {
    Kubeconfig all =
        new Kubeconfig("", new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    List<PintleException> faults = new ArrayList<>();
    for (String path : paths.stream().distinct().toList()) {
      if (!path.isEmpty() && Files.exists(Path.of(path))) {
        try {
          all = all.and(KubeconfigFile.read(path));
        } catch (PintleException e) {
          faults.add(e);
        }
      }
    }
    if (faults.size() == 1) {
      throw faults.get(0);
    } else if (!faults.isEmpty()) {
      throw new PintleException(
          faults.stream().map(Throwable::getMessage).toList().toString(),
          faults.stream().flatMap(fault -> fault.diagnostics().stream()).toList());
    }
    return all;
  }

  private Kubeconfig and(Kubeconfig next) {
    next.contexts.forEach(contexts::putIfAbsent);
    next.clusters.forEach(clusters::putIfAbsent);
    next.users.forEach(users::putIfAbsent);
    String current = currentContext.isEmpty() ? next.currentContext : currentContext;
    return new Kubeconfig(current, contexts, clusters, users);
  }
}
