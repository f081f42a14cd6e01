package dev.pintle.apply.fabric8;

import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Clients as the applier makes them. */
public final class Clients {

  private Clients() {}

  /** A client of a server that asks nobody who they are. */
  public static KubernetesClient of(String url) {
    return new KubernetesClientBuilder()
        .withConfig(
            new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl(url)
                .withRequestRetryBackoffLimit(0)
                .build())
        .withHttpClientFactory(new PromptHttp())
        .build();
  }
}
