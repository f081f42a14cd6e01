package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.release.Hook;
import dev.pintle.values.Table;
import java.util.List;

/** What the pods of hooks have printed. */
final class HookLogs {

  private static final ResourceType PODS = new ResourceType("", "v1", "Pod", "pods", true, true);

  private final Api api;

  HookLogs(Api api) {
    this.api = api;
  }

  /**
   * The logs of a hook's pods; empty if nobody wants them. That they cannot be read is said in
   * their place, since the hook has ended either way.
   *
   * @param end the policy that would ask for them
   * @param always whether they are wanted without a policy
   */
  String of(Hook hook, List<TargetObject> objects, String end, boolean always) {
    StringBuilder logs = new StringBuilder();
    if (always || hook.outputLogPolicies().contains(end)) {
      objects.forEach(object -> append(object, logs));
    }
    return logs.toString();
  }

  private void append(TargetObject object, StringBuilder logs) {
    String selector =
        switch (object.type().kind()) {
          case "Job" -> "labelSelector:job-name=" + object.name();
          case "Pod" -> "fieldSelector:metadata.name=" + object.name();
          default -> null;
        };
    if (selector == null) {
      return;
    }
    try {
      String[] parameter = selector.split(":", 2);
      Table pods =
          api.send(ApiRequest.get(PODS.path(object.namespace())).with(parameter[0], parameter[1]))
              .body();
      Fields.tables(pods, "items").forEach(pod -> appendPod(pod, object.namespace(), logs));
    } catch (ApiException e) {
      logs.append("unable to get pods of ")
          .append(object.ref())
          .append(": ")
          .append(e.getMessage());
    }
  }

  private void appendPod(Table pod, String namespace, StringBuilder logs) {
    String name = Fields.metadata(pod, "name");
    for (String kind : List.of("initContainers", "containers")) {
      for (Table container : Fields.tables(Fields.table(pod, "spec"), kind)) {
        String containerName = Fields.text(container, "name");
        logs.append("POD LOGS: ").append(name).append(" (").append(containerName).append(")\n");
        logs.append(log(namespace, name, containerName)).append('\n');
      }
    }
  }

  private String log(String namespace, String pod, String container) {
    try {
      return api.send(
              ApiRequest.get(PODS.path(namespace, pod) + "/log").with("container", container))
          .text();
    } catch (ApiException e) {
      return "unable to get logs for pod "
          + pod
          + ", container "
          + container
          + ": "
          + e.getMessage();
    }
  }
}
