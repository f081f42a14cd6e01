/** Brings releases to a Kubernetes cluster with the fabric8 client. */
module dev.pintle.apply.fabric8 {
  requires kubernetes.httpclient.okhttp;
  requires okhttp3;
  requires transitive dev.pintle.apply;
  requires transitive kubernetes.client.api;

  exports dev.pintle.apply.fabric8;

  provides dev.pintle.apply.ApplierProvider with
      dev.pintle.apply.fabric8.Fabric8ApplierProvider;
}
