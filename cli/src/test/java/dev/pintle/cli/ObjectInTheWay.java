package dev.pintle.cli;

import dev.pintle.testing.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/**
 * The config map {@code x} of a namespace, as a test wants it to be there, and what became of it.
 */
final class ObjectInTheWay implements AutoCloseable {

  private final KubernetesClient client;

  ObjectInTheWay(ControlPlane plane) {
    this.client = plane.client();
  }

  private Resource<ConfigMap> in(String namespace) {
    return client.configMaps().inNamespace(namespace).withName("x");
  }

  /**
   * Puts it there.
   *
   * @param state whose it is to be; {@code nothing} takes away what there is
   * @return what {@link #since} wants to know
   */
  String put(String namespace, String state) {
    switch (state) {
      case "nothing" -> in(namespace).delete();
      case "as it was made" -> makeIfMissing(namespace);
      case "changed since" -> {
        makeIfMissing(namespace);
        patch(
            namespace,
            "{\"metadata\":{\"labels\":{\"their\":\"label\"}},\"data\":{\"their\":\"1\"}}");
      }
      case "with keep" -> {
        makeIfMissing(namespace);
        patch(namespace, "{\"metadata\":{\"annotations\":{\"helm.sh/resource-policy\":\"keep\"}}}");
      }
      case "being deleted" -> {
        makeIfMissing(namespace);
        patch(namespace, "{\"metadata\":{\"finalizers\":[\"example.com/waits\"]}}");
        in(namespace).delete();
      }
      case "by hand" -> make(namespace, "somebody", null);
      case "by a hook" -> make(namespace, "helm", null);
      case "of another release" -> make(namespace, "helm", "other");
      default -> throw new IllegalArgumentException(state);
    }
    ConfigMap now = in(namespace).get();
    return now == null
        ? "/"
        : now.getMetadata().getUid() + "/" + now.getMetadata().getResourceVersion();
  }

  /** What an earlier run or an earlier life of the release left, where nothing is there. */
  private void makeIfMissing(String namespace) {
    if (in(namespace).get() == null) {
      make(namespace, "helm", "r");
    }
  }

  private void make(String namespace, String manager, String release) {
    in(namespace).delete();
    ConfigMapBuilder map =
        new ConfigMapBuilder().withNewMetadata().withName("x").endMetadata().addToData("its", "1");
    if (release != null) {
      map.editMetadata()
          .addToLabels("app.kubernetes.io/managed-by", "Helm")
          .addToAnnotations("meta.helm.sh/release-name", release)
          .addToAnnotations("meta.helm.sh/release-namespace", namespace)
          .endMetadata();
    }
    if (manager.equals("helm")) {
      var applied = client.configMaps().inNamespace(namespace).resource(map.build());
      applied.fieldManager(manager).serverSideApply();
      return;
    }
    client.raw(
        "/api/v1/namespaces/" + namespace + "/configmaps?fieldManager=" + manager,
        "POST",
        map.build());
  }

  private void patch(String namespace, String json) {
    PatchContext context =
        new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager("somebody")
            .build();
    in(namespace).patch(context, json);
  }

  /** What became of what was put there. */
  String since(String namespace, String known) {
    ConfigMap now = in(namespace).get();
    String uid = known.substring(0, known.indexOf('/'));
    String version = known.substring(known.indexOf('/') + 1);
    String is;
    if (now == null) {
      is = "gone";
    } else if (!now.getMetadata().getUid().equals(uid)) {
      is = "made anew";
    } else if (now.getMetadata().getResourceVersion().equals(version)) {
      is = "as it was";
    } else if (now.getMetadata().getDeletionTimestamp() != null && !version.isEmpty()) {
      is = "going";
    } else {
      is = "written over";
    }
    if (now != null && now.getMetadata().getFinalizers().contains("example.com/waits")) {
      in(namespace)
          .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
    }
    return is;
  }

  @Override
  public void close() {
    client.close();
  }
}
