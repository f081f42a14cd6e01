package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.apply.history.ReleaseRecord.Method;
import dev.pintle.release.Resource;
import dev.pintle.release.manifest.ManifestHeadReader;

/** Makes a release's namespace: {@code --create-namespace}. */
final class Namespaces {

  private static final ResourceType TYPE =
      new ResourceType("", "v1", "Namespace", "namespaces", false, true);

  private Namespaces() {}

  /**
   * Whether a namespace is there; one that may not be looked at is taken for there.
   *
   * @throws ApiException if the server does not say
   */
  static boolean isThere(Session session, String name) {
    try {
      session.api().send(ApiRequest.get(TYPE.path("", name)).forMetadata());
      return true;
    } catch (ApiException e) {
      if (!e.isNotFound() && !e.isForbidden()) {
        throw e;
      }
      return e.isForbidden();
    }
  }

  /** Makes a namespace with Helm's label, unless it is there. */
  static void create(Session session, String name, Method method) {
    try {
      session.api().send(ApiRequest.get(TYPE.path("", name)).forMetadata());
      return;
    } catch (ApiException e) {
      if (!e.isNotFound() && !e.isForbidden()) {
        throw e;
      }
    }
    String text =
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: \""
            + name
            + "\"\n  labels:\n    name: \""
            + name
            + "\"\n";
    Resource resource =
        new Resource("", text, ManifestHeadReader.read(text), Resource.Trace.UNKNOWN);
    ReleaseObject object = new ReleaseObject(resource, resource.tree());
    try {
      session.creating(method).send(new TargetObject(object, TYPE, ""), object.tree(), null);
    } catch (SendException e) {
      throw Failures.of(e);
    }
  }
}
