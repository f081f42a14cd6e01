package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonWriter;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns fields that were once set by updates (Helm 3, {@code --server-side=false}) into applied
 * ones, as Helm 4 does before it applies: else each would be a conflict with oneself, and none
 * would ever be taken away.
 */
final class ClientSideFields {

  private static final int ATTEMPTS = 5;

  private final Api api;
  private final String fieldManager;

  ClientSideFields(Api api, String fieldManager) {
    this.api = api;
    this.fieldManager = fieldManager;
  }

  /**
   * Does so for one object, if there is anything to do.
   *
   * @param live its metadata as it was last seen
   * @throws ApiException if the server refuses
   */
  void adopt(TargetObject object, Table live) {
    Table metadata = live;
    for (int attempt = 1; needed(metadata); attempt++) {
      try {
        api.send(
            ApiRequest.patch(object.path(), ApiRequest.JSON_PATCH, patch(metadata))
                .with("fieldManager", fieldManager));
        return;
      } catch (ApiException e) {
        if (!e.isConflict() || attempt == ATTEMPTS) {
          throw e;
        }
        metadata = api.send(ApiRequest.get(object.path()).forMetadata()).body();
      }
    }
  }

  private boolean needed(Table live) {
    return entries(live).stream().anyMatch(entry -> isOurs(entry, "Update"));
  }

  private static List<Table> entries(Table live) {
    return Fields.tables(Fields.table(live, "metadata"), "managedFields");
  }

  private boolean isOurs(Table entry, String operation) {
    return Fields.text(entry, "manager").equals(fieldManager)
        && Fields.text(entry, "operation").equals(operation)
        && Fields.text(entry, "subresource").isEmpty();
  }

  /** All our entries become one that was applied; the server refuses it if it has changed. */
  private String patch(Table live) {
    List<Table> rest = new ArrayList<>();
    Table applied = null;
    for (Table entry : entries(live)) {
      if (isOurs(entry, "Update") || isOurs(entry, "Apply")) {
        Table fields = union(Fields.table(entry, "fieldsV1"), applied);
        applied = entry.as(GoType.MAP);
        applied.put("operation", "Apply");
        applied.put("fieldsV1", fields);
      } else {
        rest.add(entry);
      }
    }
    rest.add(applied);
    Table fields = step("/metadata/managedFields", Sequence.copyOf(rest));
    Table version = step("/metadata/resourceVersion", Fields.metadata(live, "resourceVersion"));
    try {
      return JsonWriter.write(Sequence.of(fields, version));
    } catch (JsonException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Table step(String path, Object value) {
    Table step = new Table();
    step.put("op", "replace");
    step.put("path", path);
    step.put("value", value);
    return step;
  }

  private static Table union(Table fields, Table earlierEntry) {
    return earlierEntry == null ? fields : merged(fields, Fields.table(earlierEntry, "fieldsV1"));
  }

  private static Table merged(Table one, Table other) {
    Table all = one.as(GoType.MAP);
    for (Table.Slot slot : other.slots()) {
      Object here = all.get(slot.getKey());
      boolean both = here instanceof Table && slot.getValue() instanceof Table;
      all.put(
          slot.getKey(), both ? merged((Table) here, (Table) slot.getValue()) : slot.getValue());
    }
    return all;
  }
}
