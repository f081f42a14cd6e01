package dev.pintle.apply.fabric8;

import dev.pintle.apply.DryRun;
import dev.pintle.apply.fabric8.api.ApiRequest;
import java.util.function.Consumer;

/**
 * How objects are sent, whoever works out what changes.
 *
 * @param force whether fields that others manage are taken over
 * @param dryRun whether the server is to do nothing
 * @param onWarning hears what the server says in passing; called by several threads
 */
record Sending(String fieldManager, boolean force, DryRun dryRun, Consumer<String> onWarning) {

  boolean isDry() {
    return dryRun == DryRun.SERVER;
  }

  /** A request that says who manages the fields, and whether it is a dry run. */
  ApiRequest marked(ApiRequest request) {
    return request.with("fieldManager", fieldManager).with("dryRun", isDry() ? "All" : null);
  }
}
