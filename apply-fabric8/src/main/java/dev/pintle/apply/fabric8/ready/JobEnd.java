package dev.pintle.apply.fabric8.ready;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.values.Table;
import java.util.Optional;

/** How a job ended, if it has. */
final class JobEnd {

  private JobEnd() {}

  static Optional<ObjectStatus> of(Table job) {
    Table spec = Fields.table(job, "spec");
    Table status = Fields.table(job, "status");
    long completions = Fields.number(spec, "completions", Fields.number(spec, "parallelism", 1));
    for (Table condition : ObjectStatus.conditions(job)) {
      if (ObjectStatus.is(condition, "Complete", "True")) {
        return Optional.of(
            ObjectStatus.current(
                "Job Completed. succeeded: "
                    + Fields.number(status, "succeeded", 0)
                    + "/"
                    + completions));
      }
      if (ObjectStatus.is(condition, "Failed", "True")) {
        return Optional.of(
            ObjectStatus.failed(
                "Job Failed. failed: " + Fields.number(status, "failed", 0) + "/" + completions));
      }
    }
    return Optional.empty();
  }
}
