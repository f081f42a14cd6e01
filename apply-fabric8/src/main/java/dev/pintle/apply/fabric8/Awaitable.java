package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Fields;

/** Which objects can be waited for. */
final class Awaitable {

  private Awaitable() {}

  /**
   * False for what is as it shall be once it is applied: kinds of Kubernetes itself that have no
   * status. False for paused deployments too, which Helm leaves out. Custom resources may report in
   * whatever they like, so all of them are looked at.
   */
  static boolean test(TargetObject object) {
    String group = object.type().group();
    boolean builtIn = group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    boolean paused =
        object.type().kind().equals("Deployment")
            && Boolean.TRUE.equals(Fields.table(object.object().tree(), "spec").get("paused"));
    return !paused && !object.name().isEmpty() && (object.type().hasStatus() || !builtIn);
  }
}
