package dev.pintle.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Flags that {@code template} accepts because scripts pass them to Helm, and that change nothing
 * where there is no cluster and no repository. They have no place in the help text.
 */
final class IdleFlags {

  /** Flag, pflag type if it takes a value, and what Helm says of a deprecated one. */
  private static final List<String[]> FLAGS =
      List.of(
          flag("--atomic", "", "use --rollback-on-failure instead"),
          flag("--burst-limit", "int", ""),
          flag("--ca-file", "string", ""),
          flag("--cert-file", "string", ""),
          flag("--color", "string", ""),
          flag("--colour", "string", ""),
          flag("--content-cache", "string", ""),
          flag("--create-namespace", "", ""),
          flag("--description", "string", ""),
          flag("--devel", "", ""),
          flag("--disable-openapi-validation", "", ""),
          flag("--force", "", "use --force-replace instead"),
          flag("--force-conflicts", "", ""),
          flag("--force-replace", "", ""),
          flag(
              "--hide-notes",
              "",
              "this flag has no effect for 'helm template' and will be removed in Helm 5"),
          flag("--insecure-skip-tls-verify", "", ""),
          flag("--key-file", "string", ""),
          flag("--keyring", "string", ""),
          flag("--kube-apiserver", "string", ""),
          flag("--kube-as-group", "stringArray", ""),
          flag("--kube-as-user", "string", ""),
          flag("--kube-ca-file", "string", ""),
          flag("--kube-context", "string", ""),
          flag("--kube-insecure-skip-tls-verify", "", ""),
          flag("--kube-tls-server-name", "string", ""),
          flag("--kube-token", "string", ""),
          flag("--kubeconfig", "string", ""),
          flag("--labels", "stringToString", ""),
          flag("--pass-credentials", "", ""),
          flag("--password", "string", ""),
          flag("--plain-http", "", ""),
          flag("--post-renderer-args", "string", ""),
          flag("--qps", "float32", ""),
          flag("--registry-config", "string", ""),
          flag(
              "--render-subchart-notes",
              "",
              "this flag has no effect for 'helm template' and will be removed in Helm 5"),
          flag("--replace", "", ""),
          flag("--repository-cache", "string", ""),
          flag("--repository-config", "string", ""),
          flag("--rollback-on-failure", "", ""),
          flag("--server-side", "", ""),
          flag("--take-ownership", "", ""),
          flag("--timeout", "duration", ""),
          flag("--username", "string", ""),
          flag("--version", "string", ""),
          flag("--wait", "WaitStrategy", ""),
          flag("--wait-for-jobs", "", ""));

  private IdleFlags() {}

  private static String[] flag(String name, String type, String deprecated) {
    return new String[] {name, type, deprecated};
  }

  static void addTo(CommandSpec command) {
    for (String[] flag : FLAGS) {
      OptionSpec.Builder option = OptionSpec.builder(names(flag[0])).hidden(true);
      if (flag[1].isEmpty()) {
        option.arity("0").type(boolean.class);
      } else {
        option.arity("1").type(String.class).paramLabel(flag[1]);
      }
      if (flag[0].equals("--wait")) {
        option.arity("0..1").fallbackValue("watcher");
      }
      if (!flag[2].isEmpty()) {
        option.description(GoFlags.DEPRECATED + flag[2]);
      }
      command.addOption(option.build());
    }
  }

  private static String[] names(String name) {
    return name.equals("--labels") ? new String[] {"-l", name} : new String[] {name};
  }
}
