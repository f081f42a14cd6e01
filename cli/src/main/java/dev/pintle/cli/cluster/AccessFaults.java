package dev.pintle.cli.cluster;

import dev.pintle.cli.cluster.Kubeconfig.Cluster;
import dev.pintle.cli.cluster.Kubeconfig.Impersonated;
import dev.pintle.cli.cluster.Kubeconfig.User;
import dev.pintle.diagnostic.wording.FileErrors;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What keeps a cluster or a user of a kubeconfig from being used, in the words of client-go's
 * {@code clientcmd} validation.
 */
final class AccessFaults {

  private static final List<String> PROXY_SCHEMES = List.of("http", "https", "socks5");
  private static final List<String> INTERACTIVE_MODES = List.of("Never", "IfAvailable", "Always");

  private static final Set<String> OLD_VERSIONS =
      Set.of("client.authentication.k8s.io/v1alpha1", "client.authentication.k8s.io/v1beta1");

  private AccessFaults() {}

  /** The faults of a cluster. */
  static List<String> of(String name, Cluster cluster) {
    List<String> faults = new ArrayList<>();
    if (!cluster.proxyUrl().isEmpty()) {
      String fault = faultOfProxy(cluster.proxyUrl());
      if (fault != null) {
        faults.add(
            "invalid 'proxy-url' %s for cluster %s: %s"
                .formatted(
                    GoQuotes.quote(ServerAddress.shown(cluster.proxyUrl())),
                    GoQuotes.quote(name),
                    fault));
      }
    }
    if (!cluster.authority().isEmpty() && !cluster.authorityData().isEmpty()) {
      faults.add(
          ("certificate-authority-data and certificate-authority are both specified for %s."
                  + " certificate-authority-data will override.")
              .formatted(name));
    }
    addUnreadable(faults, "certificate-authority", cluster.authority(), name);
    return faults;
  }

  private static String faultOfProxy(String url) {
    try {
      String scheme = Objects.requireNonNullElse(new URI(url).getScheme(), "");
      return PROXY_SCHEMES.contains(scheme)
          ? null
          : "unsupported scheme %s, must be http, https, or socks5"
              .formatted(GoQuotes.quote(scheme));
    } catch (URISyntaxException e) {
      return "could not parse: " + ServerAddress.shown(url);
    }
  }

  /** The faults of a user. */
  static List<String> of(String name, User user) {
    List<String> faults = new ArrayList<>();
    if (user.certificate().isGiven()) {
      addFaultsOfCertificate(faults, name, user);
    }
    if (user.exec() != null) {
      addFaultsOfExec(faults, name, user);
    }
    if (!user.token().isEmpty() && !(user.username() + user.password()).isEmpty()) {
      faults.add(
          ("more than one authentication method found for %s; found [token basicAuth], only one is"
                  + " allowed")
              .formatted(name));
    }
    Impersonated as = user.as();
    if (as.user().isEmpty()
        && !(as.uid().isEmpty() && as.groups().isEmpty() && as.extra().isEmpty())) {
      faults.add(
          "requesting uid, groups or user-extra for %s without impersonating a user"
              .formatted(name));
    }
    return faults;
  }

  private static void addFaultsOfCertificate(List<String> faults, String name, User user) {
    if (!user.certificate().file().isEmpty() && !user.certificate().data().isEmpty()) {
      faults.add(
          ("client-cert-data and client-cert are both specified for %s. client-cert-data will"
                  + " override.")
              .formatted(name));
    }
    if (!user.key().file().isEmpty() && !user.key().data().isEmpty()) {
      faults.add(
          ("client-key-data and client-key are both specified for %s; client-key-data will"
                  + " override")
              .formatted(name));
    }
    if (!user.key().isGiven()) {
      faults.add(
          ("client-key-data or client-key must be specified for %s to use the clientCert"
                  + " authentication method.")
              .formatted(name));
    }
    addUnreadable(faults, "client-cert", user.certificate().file(), name);
    addUnreadable(faults, "client-key", user.key().file(), name);
  }

  private static void addFaultsOfExec(List<String> faults, String name, User user) {
    Table exec = user.exec();
    String plugin = "for " + name + " to use exec authentication plugin";
    if (user.authProvider() != null) {
      faults.add("authProvider cannot be provided in combination with an exec plugin for " + name);
    }
    if (text(exec, "command").isEmpty()) {
      faults.add("command must be specified " + plugin);
    }
    if (text(exec, "apiVersion").isEmpty()) {
      faults.add("apiVersion must be specified " + plugin);
    }
    if (exec.get("env") instanceof Sequence variables
        && variables.stream()
            .anyMatch(each -> !(each instanceof Table t) || text(t, "name").isEmpty())) {
      faults.add("env variable name must be specified " + plugin);
    }
    // To client-go these are empty; the client that runs the plugin here takes none.
    if (exec.get("args") instanceof Sequence arguments && arguments.contains(null)) {
      faults.add("args may not be null " + plugin);
    }
    if (exec.get("env") instanceof Sequence variables
        && variables.stream().anyMatch(each -> each instanceof Table t && t.get("value") == null)) {
      faults.add("env variable value must be specified " + plugin);
    }
    String mode = text(exec, "interactiveMode");
    if (mode.isEmpty()) {
      if (!OLD_VERSIONS.contains(text(exec, "apiVersion"))) {
        faults.add("interactiveMode must be specified " + plugin);
      }
    } else if (!INTERACTIVE_MODES.contains(mode)) {
      faults.add("invalid interactiveMode for " + name + ": " + GoQuotes.quote(mode));
    }
  }

  private static String text(Table table, String key) {
    return table.get(key) instanceof String text ? text : "";
  }

  private static void addUnreadable(List<String> faults, String what, String file, String name) {
    if (!file.isEmpty()) {
      try {
        NamedFile.open(file);
      } catch (IOException e) {
        faults.add(
            "unable to read %s %s for %s due to %s"
                .formatted(what, file, name, FileErrors.describe("open", file, e)));
      }
    }
  }
}
