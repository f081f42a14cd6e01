package dev.pintle.apply.fabric8;

import dev.pintle.apply.Applier;
import dev.pintle.apply.ApplierProvider;

/** Opens appliers to Kubernetes clusters: {@code kubernetes:}, {@code kubernetes:CONTEXT}. */
public final class Fabric8ApplierProvider implements ApplierProvider {

  @Override
  public String scheme() {
    return "kubernetes";
  }

  /**
   * An applier to the cluster of a context of the user's kubeconfig.
   *
   * @param context empty for the one that is current
   */
  @Override
  public Applier open(String context) {
    return Fabric8Applier.connect(context.isEmpty() ? null : context);
  }
}
