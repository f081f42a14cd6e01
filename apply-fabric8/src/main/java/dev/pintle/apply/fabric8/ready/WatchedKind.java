package dev.pintle.apply.fabric8.ready;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.Pages;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.values.Table;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The watched objects of one kind in one namespace: one list and one watch serve them all. */
final class WatchedKind {

  private final Api api;
  private final ResourceType type;
  private final String namespace;
  private final Map<String, ObjectRef> byName = new HashMap<>();
  private String version = "";
  private Runnable endWatch = () -> {};
  private long begun;

  WatchedKind(Api api, ResourceType type, String namespace) {
    this.api = api;
    this.type = type;
    this.namespace = namespace;
  }

  void add(ObjectRef object) {
    byName.put(object.name(), object);
  }

  boolean hasAnyOf(Iterable<ObjectRef> objects) {
    for (ObjectRef object : objects) {
      if (byName.get(object.name()) == object) {
        return true;
      }
    }
    return false;
  }

  private ApiRequest list() {
    ApiRequest all = ApiRequest.get(type.path(namespace));
    return byName.size() == 1 ? all.named(byName.keySet().iterator().next()) : all;
  }

  /** The objects as they are now, without those that are not there. */
  Map<ObjectRef, Table> read() {
    Map<ObjectRef, Table> found = new HashMap<>();
    Pages pages = new Pages(api, list());
    while (pages.hasNext()) {
      Table page = pages.next();
      version = Fields.metadata(page, "resourceVersion");
      for (Table item : Fields.tables(page, "items")) {
        ObjectRef object = byName.get(Fields.metadata(item, "name"));
        if (object != null) {
          // lists leave out what each of their items is
          item.put("apiVersion", type.apiVersion());
          item.put("kind", type.kind());
          found.put(object, item);
        }
      }
    }
    return found;
  }

  List<ObjectRef> objects() {
    return List.copyOf(byName.values());
  }

  /**
   * Begins to watch from what was read last.
   *
   * @param onChange gets an object and how it is now, or null if it is gone
   * @param onEnd is called once when the watch is over
   */
  void watch(OnChange onChange, Consumer<ApiException> onEnd) {
    ApiRequest request =
        list().with("watch", "true").with("resourceVersion", version).with("timeoutSeconds", "300");
    begun = System.nanoTime();
    endWatch =
        api.watch(
            request,
            event -> {
              Table object = Fields.table(event, "object");
              ObjectRef known = byName.get(Fields.metadata(object, "name"));
              String what = Fields.text(event, "type");
              if (known != null && !what.equals("ERROR")) {
                onChange.on(known, what.equals("DELETED") ? null : object);
              }
            },
            onEnd);
  }

  /** Whether the last watch has lasted for a while, until now. */
  boolean hasWatchedFor(Duration least) {
    return System.nanoTime() - begun >= least.toNanos();
  }

  /** Hears of a change. */
  @FunctionalInterface
  interface OnChange {
    void on(ObjectRef object, Table live);
  }

  void close() {
    endWatch.run();
  }
}
