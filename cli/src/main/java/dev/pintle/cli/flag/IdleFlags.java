package dev.pintle.cli.flag;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Flags that commands accept because scripts pass them to Helm, and that change nothing: for {@code
 * template} because no cluster is asked, for all because charts come from no repository. They have
 * no place in the help text.
 */
public final class IdleFlags {

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

  /** Those that Helm has for every command. */
  private static final Set<String> GLOBAL =
      Set.of(
          "--burst-limit",
          "--color",
          "--colour",
          "--content-cache",
          "--kube-apiserver",
          "--kube-as-group",
          "--kube-as-user",
          "--kube-ca-file",
          "--kube-context",
          "--kube-insecure-skip-tls-verify",
          "--kube-tls-server-name",
          "--kube-token",
          "--kubeconfig",
          "--qps",
          "--registry-config",
          "--repository-cache",
          "--repository-config");

  private IdleFlags() {}

  private static String[] flag(String name, String type, String deprecated) {
    return new String[] {name, type, deprecated};
  }

  /** Adds all that the command does not have in earnest. */
  public static void addTo(CommandSpec command) {
    add(FLAGS, command);
  }

  /** The same for the flags that Helm has for every command. */
  public static void addGlobalTo(CommandSpec command) {
    add(FLAGS.stream().filter(flag -> GLOBAL.contains(flag[0])).toList(), command);
  }

  private static void add(List<String[]> flags, CommandSpec command) {
    for (String[] flag : flags) {
      if (command.findOption(flag[0]) != null) {
        continue; // it has it in earnest
      }
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
