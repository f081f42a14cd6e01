/** Rendered resources as fabric8's Kubernetes and Istio classes. */
module dev.pintle.typed {
  requires com.fasterxml.jackson.datatype.jsr310;
  requires transitive com.fasterxml.jackson.databind;
  requires transitive dev.pintle.core;
  requires transitive kubernetes.model.core;
  requires transitive kubernetes.model.common;

  exports dev.pintle.typed;

  uses io.fabric8.kubernetes.api.model.KubernetesResource;

  provides dev.pintle.release.ObjectBinder with
      dev.pintle.typed.Fabric8Binder;
}
