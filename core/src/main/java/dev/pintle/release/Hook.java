package dev.pintle.release;

import java.util.List;

/**
 * A rendered object that runs at a point of a release's life instead of being part of it, as Helm's
 * documentation of chart hooks describes.
 *
 * @param events when it runs; {@code test-success} is {@link Event#TEST}
 * @param weight lower ones run first
 * @param deletePolicies as the annotation has them, in lower case
 * @param outputLogPolicies as the annotation has them, in lower case
 */
public record Hook(
    Resource resource,
    List<Event> events,
    int weight,
    List<String> deletePolicies,
    List<String> outputLogPolicies) {

  /** The annotation that makes an object a hook. */
  public static final String ANNOTATION = "helm.sh/hook";

  /** The annotation with the weight. */
  public static final String WEIGHT_ANNOTATION = "helm.sh/hook-weight";

  /** The annotation that says when the object is deleted. */
  public static final String DELETE_ANNOTATION = "helm.sh/hook-delete-policy";

  /** The annotation that says when the object's logs are printed. */
  public static final String OUTPUT_LOG_ANNOTATION = "helm.sh/hook-output-log-policy";

  /** The points at which hooks run. */
  public enum Event {
    PRE_INSTALL("pre-install"),
    POST_INSTALL("post-install"),
    PRE_DELETE("pre-delete"),
    POST_DELETE("post-delete"),
    PRE_UPGRADE("pre-upgrade"),
    POST_UPGRADE("post-upgrade"),
    PRE_ROLLBACK("pre-rollback"),
    POST_ROLLBACK("post-rollback"),
    TEST("test");

    private final String helmName;

    Event(String helmName) {
      this.helmName = helmName;
    }

    /** The name in the annotation. */
    public String helmName() {
      return helmName;
    }

    /** The event of that name, or null if Helm knows none; {@code test-success} is an old name. */
    public static Event ofHelmName(String name) {
      if (name.equals("test-success")) {
        return TEST;
      }
      for (Event event : values()) {
        if (event.helmName.equals(name)) {
          return event;
        }
      }
      return null;
    }
  }

  /** Lists are copied. */
  public Hook {
    events = List.copyOf(events);
    deletePolicies = List.copyOf(deletePolicies);
    outputLogPolicies = List.copyOf(outputLogPolicies);
  }

  /** True if it runs on {@code helm test}. */
  public boolean isTest() {
    return events.contains(Event.TEST);
  }
}
