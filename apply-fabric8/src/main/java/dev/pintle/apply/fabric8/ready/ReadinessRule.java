package dev.pintle.apply.fabric8.ready;

import dev.pintle.apply.Readiness.Status;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;
import java.time.Instant;

/** Says how far a live object is; which objects are done depends on what is waited for. */
@FunctionalInterface
public interface ReadinessRule {

  /** kstatus' rules. */
  ReadinessRule READY = ObjectStatus::of;

  /** kstatus' rules, but jobs have to complete: {@code --wait-for-jobs}. */
  ReadinessRule READY_AND_JOBS_DONE =
      (object, now) -> isJob(object) ? jobDone(object) : ObjectStatus.of(object, now);

  /** Jobs and pods have to complete, others only to be there: what Helm asks of hooks. */
  ReadinessRule HOOK_DONE =
      (object, now) -> {
        if (isJob(object)) {
          return jobDone(object);
        }
        return Fields.text(object, "kind").equals("Pod")
            ? podDone(object)
            : ObjectStatus.current("Resource is current");
      };

  /** The status of an object at a time. */
  ObjectStatus status(Table object, Instant now);

  private static boolean isJob(Table object) {
    return Fields.text(object, "kind").equals("Job")
        && Fields.text(object, "apiVersion").startsWith("batch/");
  }

  private static ObjectStatus jobDone(Table job) {
    return JobEnd.of(job).orElse(ObjectStatus.inProgress("Job in progress"));
  }

  private static ObjectStatus podDone(Table pod) {
    String name = Fields.metadata(pod, "name");
    return switch (Fields.text(Fields.table(pod, "status"), "phase")) {
      case "Succeeded" -> ObjectStatus.current("pod " + name + " succeeded");
      case "Failed" -> new ObjectStatus(Status.FAILED, "pod " + name + " failed");
      default -> ObjectStatus.inProgress("Pod in progress");
    };
  }
}
