package dev.pintle.testing;

import dev.pintle.release.Resource;
import dev.pintle.values.TreePath;
import java.util.List;

/** Assertions on what runs pods: deployments, stateful sets, daemon sets, jobs, pods themselves. */
public final class WorkloadAssert extends AbstractResourceAssert<WorkloadAssert> {

  WorkloadAssert(Resource actual) {
    super(actual, WorkloadAssert.class);
  }

  /** It asks for that many pods. */
  public WorkloadAssert hasReplicas(int count) {
    return has("spec.replicas", count);
  }

  /** Its pods have those containers and no others, in this order. */
  public WorkloadAssert hasContainers(String... names) {
    List<Object> found =
        find(podSpec() + ".containers[*].name").stream().map(path -> path.in(tree())).toList();
    if (!found.equals(List.of(names))) {
      throw failureAt(
          one(podSpec() + ".containers"),
          "expected " + name() + " to have the containers " + List.of(names) + ", not " + found);
    }
    return this;
  }

  /** The only container of its pods. */
  public ContainerAssert container() {
    return new ContainerAssert(this, actual, one(podSpec() + ".containers[*]"));
  }

  /** The container of that name of its pods. */
  public ContainerAssert container(String name) {
    return new ContainerAssert(this, actual, named("containers", name));
  }

  /** The init container of that name of its pods. */
  public ContainerAssert initContainer(String name) {
    return new ContainerAssert(this, actual, named("initContainers", name));
  }

  /** Its pods have that label. */
  public WorkloadAssert hasPodLabel(String key, String value) {
    String spec = podSpec();
    String pod = spec.equals("spec") ? "" : spec.substring(0, spec.length() - ".spec".length());
    return has(pod + ".metadata.labels[\"" + key + "\"]", value);
  }

  private TreePath named(String list, String name) {
    String path = podSpec() + "." + list;
    List<TreePath> found = find(path + "[name=" + name + "]");
    if (found.size() == 1) {
      return found.get(0);
    }
    List<Object> names = find(path + "[*].name").stream().map(p -> p.in(tree())).toList();
    throw failureAt(
        find(path).isEmpty() ? TreePath.top() : find(path).get(0),
        "expected " + name() + " to have one of its " + list + " named " + name + ", not " + names);
  }

  private String podSpec() {
    return switch (actual.kind()) {
      case "Pod" -> "spec";
      case "CronJob" -> "spec.jobTemplate.spec.template.spec";
      default -> "spec.template.spec";
    };
  }
}
