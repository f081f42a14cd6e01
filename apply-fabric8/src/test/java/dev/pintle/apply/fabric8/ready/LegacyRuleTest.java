package dev.pintle.apply.fabric8.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.values.Table;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Helm 3's rules for objects that say all by themselves. */
class LegacyRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v1      | Pod | 'status': {'conditions': [{'type': 'Ready', 'status': 'True'}]} | ready",
        "v1      | Pod | 'status': {'phase': 'Running'} | Pod is not ready",
        "v1      | Service | 'spec': {'type': 'ExternalName'} | ready",
        "v1      | Service | 'spec': {'type': 'ClusterIP'} | Service does not have cluster IP"
            + " address",
        "v1      | Service | 'spec': {'clusterIP': 'None'} | ready",
        "v1      | Service | 'spec': {'clusterIP': '10.1.1.1', 'type': 'LoadBalancer'} | Service"
            + " does not have load balancer ingress IP address",
        "v1      | Service | 'spec': {'clusterIP': '10.1.1.1', 'type': 'LoadBalancer'}, 'status':"
            + " {'loadBalancer': {'ingress': [{'ip': '1.2.3.4'}]}} | ready",
        "v1      | Service | 'spec': {'clusterIP': '10.1.1.1', 'type': 'LoadBalancer',"
            + " 'externalIPs': ['1.2.3.4']} | ready",
        "v1      | PersistentVolumeClaim | 'status': {'phase': 'Pending'} | PersistentVolumeClaim"
            + " is not bound",
        "v1      | PersistentVolumeClaim | 'status': {'phase': 'Bound'} | ready",
        "batch/v1| Job | 'spec': {'completions': 2}, 'status': {'succeeded': 1} | Job is not"
            + " completed",
        "batch/v1| Job | 'spec': {'completions': 2}, 'status': {'succeeded': 2} | ready",
        "batch/v1| Job | 'spec': {'backoffLimit': 1}, 'status': {'failed': 2} | job is failed:"
            + " ns/x",
        "apps/v1 | DaemonSet | 'status': {'observedGeneration': 1} | DaemonSet is not ready,"
            + " observedGeneration does not match spec generation",
        "apps/v1 | DaemonSet | 'spec': {'updateStrategy': {'type': 'OnDelete'}}, 'status':"
            + " {'observedGeneration': 2} | ready",
        "apps/v1 | DaemonSet | 'spec': {'updateStrategy': {'type': 'RollingUpdate',"
            + " 'rollingUpdate': {'maxUnavailable': '25%'}}}, 'status': {'observedGeneration': 2,"
            + " 'desiredNumberScheduled': 5, 'updatedNumberScheduled': 5, 'numberReady': 2} |"
            + " DaemonSet does not have enough Pods ready: 2/3",
        "apps/v1 | DaemonSet | 'spec': {'updateStrategy': {'type': 'RollingUpdate',"
            + " 'rollingUpdate': {'maxUnavailable': '25%'}}}, 'status': {'observedGeneration': 2,"
            + " 'desiredNumberScheduled': 5, 'updatedNumberScheduled': 5, 'numberReady': 3} |"
            + " ready",
        "apps/v1 | DaemonSet | 'spec': {'updateStrategy': {'type': 'RollingUpdate'}}, 'status':"
            + " {'observedGeneration': 2, 'desiredNumberScheduled': 5, 'updatedNumberScheduled': 4}"
            + " | DaemonSet does not have enough Pods scheduled: 4/5",
        "apps/v1 | StatefulSet | 'spec': {'replicas': 3, 'updateStrategy': {'type':"
            + " 'RollingUpdate', 'rollingUpdate': {'partition': 2}}}, 'status':"
            + " {'observedGeneration': 2, 'updatedReplicas': 1, 'readyReplicas': 3,"
            + " 'currentRevision': 'a', 'updateRevision': 'b'} | ready",
        "apps/v1 | StatefulSet | 'spec': {'replicas': 3, 'updateStrategy': {'type':"
            + " 'RollingUpdate'}}, 'status': {'observedGeneration': 2, 'updatedReplicas': 3,"
            + " 'readyReplicas': 3, 'currentRevision': 'a', 'updateRevision': 'b'} | StatefulSet is"
            + " not ready, currentRevision does not match updateRevision",
        "apps/v1 | StatefulSet | 'spec': {'replicas': 3, 'updateStrategy': {'type':"
            + " 'RollingUpdate'}}, 'status': {'observedGeneration': 2, 'updatedReplicas': 2} |"
            + " StatefulSet does not have enough Pods scheduled: 2/3",
        "apps/v1 | StatefulSet | 'spec': {'replicas': 3, 'updateStrategy': {'type':"
            + " 'RollingUpdate'}}, 'status': {'observedGeneration': 2, 'updatedReplicas': 3,"
            + " 'readyReplicas': 1} | StatefulSet does not have enough Pods ready: 1/3",
        "apiextensions.k8s.io/v1 | CustomResourceDefinition | 'status': {} |"
            + " CustomResourceDefinition is not established",
        "apiextensions.k8s.io/v1 | CustomResourceDefinition | 'status': {'conditions': [{'type':"
            + " 'NamesAccepted', 'status': 'False'}]} | ready",
        "example.com/v1 | Thing | 'status': {'conditions': [{'type': 'Ready', 'status': 'False'}]}"
            + " | ready",
      })
  void saysWhatHelmSays(String apiVersion, String kind, String rest, String said)
      throws JsonException {
    String json =
        "{'apiVersion': '%s', 'kind': '%s', 'metadata': {'name': 'x', 'namespace': 'ns',"
            + " 'generation': 2}, %s}";
    Table object =
        (Table) JsonReader.read(json.formatted(apiVersion, kind, rest).replace('\'', '"'));
    ObjectStatus status = new LegacyRule(null, true).status(object, Instant.now());
    assertThat(status.message()).isEqualTo(said.equals("ready") ? "Resource is ready" : said);
  }
}
