package dev.pintle.apply.fabric8;

import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.Position;
import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An object that a release wants.
 *
 * @param resource the document it is from
 * @param tree the object; not to be changed
 */
record ReleaseObject(Resource resource, Table tree) {

  /**
   * The objects of resources that were applied once, lists taken apart; documents that are none are
   * left out: they never were anywhere.
   */
  static List<ReleaseObject> of(List<Resource> resources) {
    return ReadObjects.of(resources, false).objects();
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
    return positionOf(resource, tree);
  }

  static Position positionOf(Resource resource, Table tree) {
    Position inText =
        Stream.of("kind", "apiVersion", "metadata")
            .map(tree::positionOf)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    Origin origin = inText == null ? null : resource.originOf(inText.line());
    return origin == null ? null : origin.position();
  }

  /** The template it is from. */
  String source() {
    return resource.source();
  }
}
