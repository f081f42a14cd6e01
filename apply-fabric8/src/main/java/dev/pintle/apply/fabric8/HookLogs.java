package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.LabelSelector;
import dev.pintle.apply.fabric8.api.LogPath;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.release.Hook;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the pods of hooks have printed. */
final class HookLogs {

  static final ResourceType PODS = new ResourceType("", "v1", "Pod", "pods", true, true);

  private final Api api;

  HookLogs(Api api) {
    this.api = api;
  }

  /**
   * What was printed.
   *
   * @param texts of each container
   * @param failures why some of it cannot be had, in Helm's words; the hook has ended either way
   */
  record Printed(List<String> texts, List<String> failures) {

    static final Printed NOTHING = new Printed(List.of(), List.of());

    /** All in one. */
    String text() {
      return String.join("", texts);
    }
  }

  /**
   * What a hook's policy asks for: the logs of its containers, as they are.
   *
   * @param end the policy for how the hook has ended
   */
  Printed byPolicy(Hook hook, List<TargetObject> objects, String end) {
    return hook.outputLogPolicies().contains(end) ? printed(objects, false) : Printed.NOTHING;
  }

  /** What {@code --logs} asks for: the logs of all containers, each under a heading. */
  Printed ofTest(List<TargetObject> objects) {
    return printed(objects, true);
  }

  private Printed printed(List<TargetObject> objects, boolean ofTest) {
    List<String> texts = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (TargetObject object : objects) {
      for (Table pod : pods(object, failures)) {
        containers(pod, ofTest)
            .forEach(container -> append(pod, container, ofTest, texts, failures));
      }
    }
    return new Printed(texts, failures);
  }

  private List<Table> pods(TargetObject object, List<String> failures) {
    try {
      ApiRequest list = ApiRequest.get(PODS.path(object.namespace()));
      return switch (object.type().kind()) {
        case "Job" ->
            Fields.tables(
                api.send(list.with(LabelSelector.ALL.equal("job-name", object.name()))).body(),
                "items");
        case "Pod" ->
            List.of(api.send(ApiRequest.get(PODS.path(object.namespace(), object.name()))).body());
        default -> List.of();
      };
    } catch (ApiException e) {
      failures.add("unable to get pod " + object.name() + ": " + e.getMessage());
      return List.of();
    }
  }

  private static Stream<String> containers(Table pod, boolean initToo) {
    return Stream.of("initContainers", "containers")
        .filter(kind -> initToo || kind.equals("containers"))
        .flatMap(kind -> Fields.tables(Fields.table(pod, "spec"), kind).stream())
        .map(container -> Fields.text(container, "name"));
  }

  private void append(
      Table pod, String container, boolean ofTest, List<String> texts, List<String> failures) {
    String name = Fields.metadata(pod, "name");
    try {
      LogPath path = new LogPath(PODS.path(Fields.metadata(pod, "namespace"), name));
      String log = api.send(ApiRequest.get(path).with("container", container).forText()).text();
      texts.add(ofTest ? "POD LOGS: " + name + " (" + container + ")\n" + log + "\n" : log);
    } catch (ApiException e) {
      failures.add(
          "unable to get logs for pod "
              + name
              + ", container "
              + container
              + ": "
              + e.getMessage());
    }
  }
}
