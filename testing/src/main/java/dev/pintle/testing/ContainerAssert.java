package dev.pintle.testing;

import dev.pintle.release.Resource;
import dev.pintle.values.TreePath;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/** Assertions on one container of a workload. Paths start at the container. */
public final class ContainerAssert extends AbstractTreeAssert<ContainerAssert> {

  private final WorkloadAssert workload;

  ContainerAssert(WorkloadAssert workload, Resource actual, TreePath container) {
    super(actual, container, ContainerAssert.class);
    this.workload = workload;
  }

  /** Back to the workload that it is in. */
  public WorkloadAssert and() {
    return workload;
  }

  /** It runs that image. */
  public ContainerAssert hasImage(String image) {
    return has("image", image);
  }

  /** Its image has that tag, wherever it is from; a digest does not count. */
  public ContainerAssert hasImageTag(String tag) {
    TreePath path = one("image");
    String image = String.valueOf(path.in(tree()));
    String name = image.replaceFirst("@.*", "").replaceFirst(".*/", "");
    String found = name.contains(":") ? name.substring(name.indexOf(':') + 1) : "";
    if (!found.equals(tag)) {
      throw failureAt(
          path, "expected an image with the tag " + tag + " in " + name() + ", not " + image);
    }
    return this;
  }

  /** It has that environment variable with that value. */
  public ContainerAssert hasEnv(String variable, String value) {
    TreePath path = environment(variable);
    Object found = path.key("value").in(tree());
    if (!value.equals(found)) {
      throw differs(path.key("value"), value, found);
    }
    return this;
  }

  /** It has that environment variable, from wherever its value is. */
  public ContainerAssert hasEnv(String variable) {
    environment(variable);
    return this;
  }

  /** It has no such environment variable of its own. */
  public ContainerAssert hasNoEnv(String variable) {
    return hasNo("env[name=" + variable + "]");
  }

  private TreePath environment(String variable) {
    List<TreePath> found = find("env[name=" + variable + "]");
    if (found.size() == 1) {
      return found.get(0);
    }
    List<Object> names = find("env[*].name").stream().map(path -> path.in(tree())).toList();
    throw failureAt(
        find("env").isEmpty() ? part() : one("env"),
        "expected "
            + name()
            + " to have one environment variable "
            + variable
            + "; it has "
            + names);
  }

  /** It has a port of that number. */
  public ContainerAssert hasPort(int number) {
    return has("ports[containerPort=" + number + "]");
  }

  /** It has a port of that name and number. */
  public ContainerAssert hasPort(String name, int number) {
    return has("ports[name=" + name + "].containerPort", number);
  }

  /** It asks for that much, such as {@code requests("cpu", "100m")}; 1 and 1000m are the same. */
  public ContainerAssert requests(String resource, String quantity) {
    return hasQuantity("requests", resource, quantity);
  }

  /** It may use no more than that, such as {@code isLimitedTo("memory", "1Gi")}. */
  public ContainerAssert isLimitedTo(String resource, String quantity) {
    return hasQuantity("limits", resource, quantity);
  }

  private ContainerAssert hasQuantity(String kind, String resource, String quantity) {
    TreePath path = one("resources." + kind + "[\"" + resource + "\"]");
    Object found = path.in(tree());
    if (!Quantity.parse(quantity).equals(Quantity.parse(String.valueOf(found)))) {
      throw differs(path, quantity, found);
    }
    return this;
  }

  @Override
  String name() {
    return "container " + part().key("name").in(tree()) + " of " + super.name();
  }
}
