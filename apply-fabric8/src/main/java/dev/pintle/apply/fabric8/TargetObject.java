package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.ObjectPath;
import dev.pintle.apply.fabric8.api.ResourceType;

/**
 * An object of a release, and where it is to be on the server.
 *
 * @param namespace empty for types that have none
 */
record TargetObject(ReleaseObject object, ResourceType type, String namespace) {

  static TargetObject of(ReleaseObject object, ResourceType type, String releaseNamespace) {
    String named = object.namespace().isEmpty() ? releaseNamespace : object.namespace();
    return new TargetObject(object, type, type.namespaced() ? named : "");
  }

  String name() {
    return object.name();
  }

  ObjectRef ref() {
    return type.ref(namespace, name());
  }

  /**
   * Where it is on the server.
   *
   * @throws dev.pintle.apply.fabric8.api.ApiException if its name or namespace is none
   */
  ObjectPath path() {
    return type.path(namespace, name());
  }

  String source() {
    return object.source();
  }

  /** As Helm's messages name it. */
  String helmName() {
    return namespace + "/" + name() + " " + type.goName();
  }
}
