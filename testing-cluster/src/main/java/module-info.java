/** A real Kubernetes API server, and the real Helm, for tests. */
module dev.pintle.testing.cluster {
  requires java.net.http;
  requires jdk.httpserver;
  requires kube.api.test;
  requires transitive kubernetes.client.api;
  requires transitive org.junit.jupiter.api;

  exports dev.pintle.testing.cluster;
}
