package dev.pintle.render.warning;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.Position;
import dev.pintle.diagnostic.wording.Visible;
import dev.pintle.release.KubeVersion;
import dev.pintle.release.Resource;
import java.util.ArrayList;
import java.util.List;

/** Finds rendered objects of API versions that Kubernetes has deprecated or removed. */
final class OldApis {

  private OldApis() {}

  /** Looks at objects that are to be applied to that version of Kubernetes. */
  static List<Diagnostic> of(List<Resource> resources, KubeVersion version) {
    ApiLifecycle lifecycle = ApiLifecycle.read();
    List<Diagnostic> found = new ArrayList<>();
    for (Resource resource : resources) {
      ApiLifecycle.Entry entry = lifecycle.find(resource.apiVersion(), resource.kind());
      if (entry != null && entry.isDeprecatedIn(version)) {
        found.add(warning(resource, entry, version));
      }
    }
    return found;
  }

  private static Diagnostic warning(
      Resource resource, ApiLifecycle.Entry entry, KubeVersion version) {
    String object =
        Visible.name(resource.kind() + " " + resource.name() + " is of " + resource.apiVersion());
    String fate =
        entry.isRemovedIn(version)
            ? ", which Kubernetes 1." + entry.removed() + " removed"
            : ", which is deprecated since Kubernetes 1."
                + entry.deprecated()
                + (entry.removed() == Integer.MAX_VALUE
                    ? ""
                    : " and gone from 1." + entry.removed() + " on");
    Diagnostic found =
        Diagnostic.of(
            Diagnostic.Kind.OLD_API, object + fate, new Position(resource.source(), 0, 0));
    return entry.replacement() == null
        ? found
        : found.withHint(new Hint.Advice("use " + entry.replacement()));
  }
}
