/** Rendered resources as fabric8's Kubernetes and Istio classes. */
module dev.pintle.typed {
  requires transitive dev.pintle.core;
}
