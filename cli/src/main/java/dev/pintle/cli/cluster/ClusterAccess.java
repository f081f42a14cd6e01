package dev.pintle.cli.cluster;

import dev.pintle.cli.cluster.Kubeconfig.Cluster;
import dev.pintle.cli.cluster.Kubeconfig.Context;
import dev.pintle.cli.cluster.Kubeconfig.Impersonated;
import dev.pintle.cli.cluster.Kubeconfig.User;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.wording.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Which server is asked, as whom, and for which namespace if no flag says: a context of a
 * kubeconfig, with what flags say in the place of parts of it. What is said twice or not in full is
 * refused in the words of client-go, whose {@code DirectClientConfig} this follows.
 *
 * @param context its name; empty if there is none
 * @param cluster without a server if nothing names one
 */
record ClusterAccess(String context, String namespace, Cluster cluster, User user) {

  /**
   * Puts a kubeconfig and flags together.
   *
   * @throws PintleException if there is no such context, or it cannot be used
   */
  static ClusterAccess of(Kubeconfig kubeconfig, ClusterConfig flags) {
    String name = flags.context().isEmpty() ? kubeconfig.currentContext() : flags.context();
    boolean found = kubeconfig.contexts().containsKey(name);
    String nearest = found ? null : Spelling.nearest(name, kubeconfig.contexts().keySet());
    Hint hint = nearest == null ? null : new Hint.DidYouMean(nearest, null);
    if (!found && !flags.context().isEmpty()) {
      throw refused("context \"" + name + "\" does not exist", hint);
    }
    List<String> faults = new ArrayList<>();
    if (!found && !name.isEmpty()) {
      faults.add("context was not found for specified context: " + name);
    }
    Context context = kubeconfig.contexts().getOrDefault(name, Context.NONE);
    Cluster cluster =
        with(flags, kubeconfig.clusters().getOrDefault(context.cluster(), Cluster.NONE));
    User user = with(flags, kubeconfig.users().getOrDefault(context.user(), User.NONE));
    faults.addAll(AccessFaults.of(context.user(), user));
    faults.addAll(AccessFaults.of(context.cluster(), cluster));
    if (!faults.isEmpty()) {
      String all = faults.size() == 1 ? faults.get(0) : faults.toString();
      throw refused("invalid configuration: " + all, hint);
    }
    String namespace = context.namespace().isEmpty() ? "default" : context.namespace();
    return new ClusterAccess(found ? name : "", namespace, cluster, user);
  }

  private static PintleException refused(String message, Hint hint) {
    return new PintleException(
        message, Diagnostic.of(Diagnostic.Kind.APPLY, message, null).withHint(hint));
  }

  /** Another server has another certificate; and of how it is trusted, flags replace all. */
  private static Cluster with(ClusterConfig flags, Cluster cluster) {
    boolean otherTrust = flags.insecure() || !flags.caFile().isEmpty();
    boolean otherName = !flags.apiServer().isEmpty() || !flags.tlsServerName().isEmpty();
    return new Cluster(
        either(flags.apiServer(), cluster.server()),
        otherName ? flags.tlsServerName() : cluster.tlsServerName(),
        otherTrust ? flags.insecure() : cluster.insecure(),
        otherTrust ? flags.caFile() : cluster.authority(),
        otherTrust ? "" : cluster.authorityData(),
        cluster.proxyUrl());
  }

  private static User with(ClusterConfig flags, User user) {
    Impersonated as = user.as();
    return new User(
        user.certificate(),
        user.key(),
        either(flags.token(), user.token()),
        user.tokenFile(),
        user.username(),
        user.password(),
        new Impersonated(
            either(flags.asUser(), as.user()),
            as.uid(),
            flags.asGroups().isEmpty() ? as.groups() : flags.asGroups(),
            as.extra()),
        user.exec(),
        user.authProvider());
  }

  private static String either(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
