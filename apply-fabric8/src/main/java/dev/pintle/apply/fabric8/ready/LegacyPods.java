package dev.pintle.apply.fabric8.ready;

import static dev.pintle.apply.fabric8.ready.ObjectStatus.inProgress;

import dev.pintle.apply.compare.SameValue;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.LabelSelector;
import dev.pintle.apply.fabric8.api.Pages;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What Helm 3's rules ask of the objects that belong to a deployment or replica set. */
final class LegacyPods {

  private static final ResourceType PODS = new ResourceType("", "v1", "Pod", "pods", true, true);
  private static final ResourceType REPLICA_SETS =
      new ResourceType("apps", "v1", "ReplicaSet", "replicasets", true, true);
  private static final String HASH = "pod-template-hash";

  private final Api api;

  LegacyPods(Api api) {
    this.api = api;
  }

  static boolean isReady(Table pod) {
    return ObjectStatus.conditions(pod).stream()
        .anyMatch(condition -> ObjectStatus.is(condition, "Ready", "True"));
  }

  /** Whether all pods are ready that are selected. */
  ObjectStatus all(Table object, Table selector) {
    boolean ready = selected(PODS, object, selector).stream().allMatch(LegacyPods::isReady);
    return ready
        ? LegacyRule.ready()
        : inProgress("Pods of " + Fields.text(object, "kind") + " are not ready");
  }

  /** A deployment is ready when as many pods of its new replica set are as may not be missing. */
  ObjectStatus deployment(Table deployment) {
    Table spec = Fields.table(deployment, "spec");
    if (Boolean.TRUE.equals(spec.get("paused"))) {
      return LegacyRule.ready();
    }
    Optional<Table> newest = newReplicaSet(deployment);
    if (newest.isEmpty()) {
      return inProgress("Deployment has no replica set of its template");
    }
    if (!LegacyRule.isObserved(newest.get())) {
      return LegacyRule.unobserved(newest.get());
    }
    if (!LegacyRule.isObserved(deployment)) {
      return LegacyRule.unobserved(deployment);
    }
    long replicas = Fields.number(spec, "replicas", 1);
    return LegacyRule.enough(
        newest.get(), "readyReplicas", replicas - maxUnavailable(spec, replicas));
  }

  private static long maxUnavailable(Table spec, long replicas) {
    Table strategy = Fields.table(spec, "strategy");
    if (!Fields.text(strategy, "type").equals("RollingUpdate") || replicas == 0) {
      return 0;
    }
    Table rolling = Fields.table(strategy, "rollingUpdate");
    long surge = Share.of(rolling.get("maxSurge"), replicas, true);
    long unavailable = Share.of(rolling.get("maxUnavailable"), replicas, false);
    return surge == 0 && unavailable == 0 ? 1 : Math.min(unavailable, replicas);
  }

  /** The oldest replica set of a deployment that has its template. */
  private Optional<Table> newReplicaSet(Table deployment) {
    String uid = Fields.metadata(deployment, "uid");
    Table template = Fields.table(deployment, "spec", "template");
    return selected(REPLICA_SETS, deployment, Fields.table(deployment, "spec", "selector")).stream()
        .filter(
            set ->
                Fields.tables(Fields.table(set, "metadata"), "ownerReferences").stream()
                    .anyMatch(
                        owner ->
                            Boolean.TRUE.equals(owner.get("controller"))
                                && Fields.text(owner, "uid").equals(uid)))
        .filter(set -> SameValue.test(withoutHash(Fields.table(set, "spec", "template")), template))
        .min(Comparator.comparing(set -> Fields.metadata(set, "creationTimestamp")));
  }

  private static Table withoutHash(Table template) {
    Table labels = Fields.table(template, "metadata", "labels").as(GoType.MAP);
    labels.remove(HASH);
    Table metadata = Fields.table(template, "metadata").as(GoType.MAP);
    metadata.put("labels", labels);
    Table rest = template.as(GoType.MAP);
    rest.put("metadata", metadata);
    return rest;
  }

  private List<Table> selected(ResourceType type, Table object, Table selector) {
    ApiRequest list =
        ApiRequest.get(type.path(Fields.metadata(object, "namespace"))).with(labels(selector));
    List<Table> items = new ArrayList<>();
    Pages pages = new Pages(api, list);
    while (pages.hasNext()) {
      items.addAll(Fields.tables(pages.next(), "items"));
    }
    items.forEach(item -> item.put("kind", type.kind())); // items of lists do not say
    return items;
  }

  /** A selector as requests have it. */
  private static LabelSelector labels(Table selector) {
    LabelSelector labels = LabelSelector.of(Fields.texts(selector, "matchLabels"));
    for (Table each : Fields.tables(selector, "matchExpressions")) {
      String key = Fields.text(each, "key");
      List<String> values = new ArrayList<>();
      if (each.get("values") instanceof Sequence all) {
        all.forEach(value -> values.add(String.valueOf(value)));
      }
      labels =
          switch (Fields.text(each, "operator")) {
            case "In" -> labels.in(key, values);
            case "NotIn" -> labels.notIn(key, values);
            case "DoesNotExist" -> labels.absent(key);
            default -> labels.present(key);
          };
    }
    return labels;
  }
}
