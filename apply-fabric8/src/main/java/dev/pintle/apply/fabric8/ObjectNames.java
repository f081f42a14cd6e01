package dev.pintle.apply.fabric8;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.Operation;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.CollectionPath;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.ObjectPath;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.strconv.GoQuotes;
import java.util.List;

/**
 * Whether objects can be asked for by their names, before anything is asked for or done. Helm finds
 * it out in the same place, when it looks whether they are there.
 */
final class ObjectNames {

  private final Operation operation;
  private final String releaseNamespace;

  private ObjectNames(Operation operation, String releaseNamespace) {
    this.operation = operation;
    this.releaseNamespace = releaseNamespace;
  }

  /**
   * Refuses objects whose names are none.
   *
   * @throws ApplyException with Helm's message about the first of them
   */
  static void require(Operation operation, TargetObjects objects, String releaseNamespace) {
    ObjectNames names = new ObjectNames(operation, releaseNamespace);
    for (TargetObject object : objects.known()) {
      names.require(object.object(), object.namespace(), object::path);
    }
    for (ReleaseObject object : objects.unknown()) {
      String namespace = object.refIn(names.releaseNamespace).namespace();
      names.require(object, namespace, () -> requirePath(namespace, object.name()));
    }
  }

  private static void requirePath(String namespace, String name) {
    CollectionPath.requireNamespace(namespace);
    ObjectPath.requireName(name);
  }

  private void require(ReleaseObject object, String namespace, Runnable path) {
    boolean generated = !Fields.metadata(object.tree(), "generateName").isEmpty();
    if (operation != Operation.ROLLBACK && generated) {
      if (!object.name().isEmpty()) {
        throw failure(object, "metadata.name and metadata.generateName cannot both be set");
      }
      return; // it is found by no name, and nobody asks for it
    }
    try {
      path.run();
    } catch (ApiException e) {
      throw failure(
          object,
          operation == Operation.ROLLBACK
              ? "could not get information about the resource: " + e.getMessage()
              : "could not get information about the resource "
                  + object.kind()
                  + " "
                  + GoQuotes.quote(object.name())
                  + " in namespace "
                  + GoQuotes.quote(namespace)
                  + ": "
                  + e.getMessage());
    }
  }

  private ApplyException failure(ReleaseObject object, String message) {
    String prefix =
        switch (operation) {
          case INSTALL -> "unable to continue with install: ";
          case UPGRADE -> "unable to continue with update: ";
          default -> "";
        };
    return new ApplyException(
        Reason.REFUSED,
        prefix + message,
        List.of(Diagnostic.of(Diagnostic.Kind.APPLY, message, object.position())),
        null,
        null);
  }
}
