package dev.pintle.apply.fabric8;

import dev.pintle.apply.fabric8.manifest.ObjectDocument;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.yaml.YamlException;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.release.Resource;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The objects of a manifest as Helm's {@code Build} reads them, before any is looked for or sent.
 *
 * @param objects in the order of the documents, lists taken apart
 * @param faults what is no object, in Helm's words
 */
record ReadObjects(List<ReleaseObject> objects, List<Diagnostic> faults) {

  /** The lists are copied. */
  ReadObjects {
    objects = List.copyOf(objects);
    faults = List.copyOf(faults);
  }

  /**
   * Reads documents; empty ones are passed over.
   *
   * @param checked whether an object must say what it is before anything else is looked at
   */
  static ReadObjects of(List<Resource> resources, boolean checked) {
    List<ReleaseObject> objects = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    for (Resource resource : resources) {
      ObjectDocument document = read(resource, checked);
      document.objects().forEach(tree -> objects.add(new ReleaseObject(resource, tree)));
      if (document.fault() != null) {
        faults.add(fault(resource, document.fault()));
        if (document.last()) {
          break;
        }
      }
    }
    return new ReadObjects(objects, faults);
  }

  private static ObjectDocument read(Resource resource, boolean checked) {
    Table tree;
    try {
      tree = resource.tree();
    } catch (YamlException e) {
      return new ObjectDocument(List.of(), "error parsing : " + e.getMessage(), true);
    }
    return tree.isEmpty() && YamlReader.read(resource.text()) == null
        ? new ObjectDocument(List.of(), null, false)
        : ObjectDocument.read(tree, checked);
  }

  private static Diagnostic fault(Resource resource, String message) {
    Table tree;
    try {
      tree = resource.tree();
    } catch (YamlException e) {
      tree = new Table();
    }
    return Diagnostic.of(Diagnostic.Kind.APPLY, message, ReleaseObject.positionOf(resource, tree));
  }

  /** All faults in one message, as Helm puts them; empty if there are none. */
  String complaint() {
    Set<String> messages = new LinkedHashSet<>();
    faults.forEach(fault -> messages.add(fault.message()));
    return messages.size() == 1
        ? messages.iterator().next()
        : messages.isEmpty() ? "" : "[" + String.join(", ", messages) + "]";
  }
}
