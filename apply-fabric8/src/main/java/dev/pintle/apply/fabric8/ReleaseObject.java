package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that a release wants.
 *
 * @param resource the document it is from
 * @param tree the object; not to be changed
 */
record ReleaseObject(Resource resource, Table tree) {

  /** The objects of resources, lists taken apart; documents without an object are left out. */
  static List<ReleaseObject> of(List<Resource> resources) {
    List<ReleaseObject> objects = new ArrayList<>();
    for (Resource resource : resources) {
      add(resource, resource.tree(), objects);
    }
    return objects;
  }

  private static void add(Resource resource, Table tree, List<ReleaseObject> objects) {
    if (Fields.text(tree, "kind").endsWith("List") && tree.containsKey("items")) {
      Fields.tables(tree, "items").forEach(item -> add(resource, item, objects));
    } else if (!tree.isEmpty()) {
      objects.add(new ReleaseObject(resource, tree));
    }
  }

  String apiVersion() {
    return Fields.text(tree, "apiVersion");
  }

  String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  String kind() {
    return Fields.text(tree, "kind");
  }

  String name() {
    return Fields.metadata(tree, "name");
  }

  /** The namespace it names, empty if it names none. */
  String namespace() {
    return Fields.metadata(tree, "namespace");
  }

  /** How it is referred to if its kind has namespaces. */
  ObjectRef refIn(String releaseNamespace) {
    return new ObjectRef(
        apiVersion(), kind(), namespace().isEmpty() ? releaseNamespace : namespace(), name());
  }

  /** Where in a template it begins, or null if that is not known. */
  Position position() {
    Position inText = tree.positionOf("kind");
    Origin origin = inText == null ? null : resource.originOf(inText.line());
    return origin == null ? null : origin.position();
  }

  /** The template it is from. */
  String source() {
    return resource.source();
  }
}
