package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectForm;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.LabelSelector;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.strconv.GoQuotes;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks for the pods that workloads select, as Helm does: by what the release says of the selector,
 * and once for all workloads that have the same.
 */
final class RelatedPods {

  private static final String SHOWN_AS = "v1/Pod(related)";

  private final Connection connection;
  private final ObjectForm form;
  private final Set<Map<String, String>> asked = new HashSet<>();

  RelatedPods(Connection connection, ObjectForm form) {
    this.connection = connection;
    this.form = form;
  }

  /** Adds a workload's pods, or a warning if the server does not give them. */
  void add(TargetObject workload, Map<String, List<Table>> resources, List<Diagnostic> warnings) {
    Optional<Map<String, String>> selector = selector(workload.object().tree());
    if (selector.isEmpty() || !asked.add(selector.get())) {
      return;
    }
    try {
      Table pods = ask(workload.namespace(), selector.get());
      resources.computeIfAbsent(SHOWN_AS, first -> new ArrayList<>()).add(pods);
    } catch (ApiException e) {
      warnings.add(
          Diagnostic.of(Diagnostic.Kind.WARNING, "get the relation pod is failed", null)
              .withNote(GoQuotes.logField("error", e.getMessage())));
    }
  }

  private Table ask(String namespace, Map<String, String> selector) {
    LabelSelector labels = LabelSelector.of(new TreeMap<>(selector));
    ApiRequest request = ApiRequest.get(HookLogs.PODS.path(namespace)).with(labels);
    Table answer = connection.api().send(StatusCheck.wanted(request, form)).body();
    Fields.tables(answer, "items").forEach(RelatedPods::saysWhatItIs);
    return answer;
  }

  /** The server leaves out what all items of a list have in common. */
  private static void saysWhatItIs(Table pod) {
    pod.put("apiVersion", "v1");
    pod.put("kind", "Pod");
  }

  /** The labels that a workload selects by; empty for what is none, or says it in another way. */
  private static Optional<Map<String, String>> selector(Table object) {
    Table spec = Fields.table(object, "spec");
    return switch (Fields.text(object, "kind")) {
      case "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "Job" ->
          texts(Fields.table(spec, "selector").get("matchLabels"));
      case "ReplicationController" -> texts(spec.get("selector"));
      default -> Optional.empty();
    };
  }

  private static Optional<Map<String, String>> texts(Object labels) {
    if (!(labels instanceof Table table)) {
      return Optional.empty();
    }
    Map<String, String> texts = new TreeMap<>();
    for (Table.Slot slot : table.slots()) {
      if (!(slot.getValue() instanceof String text)) {
        return Optional.empty();
      }
      texts.put(slot.getKey(), text);
    }
    return Optional.of(texts);
  }
}
