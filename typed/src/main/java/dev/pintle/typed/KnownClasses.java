package dev.pintle.typed;

import dev.pintle.release.ObjectBinder.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Which class is for which resources: those given, and those that fabric8's models and others
 * register as services. The services are looked through at the first question, since that loads
 * some hundred classes. Safe for use by several threads.
 */
final class KnownClasses {

  private final List<Class<? extends HasMetadata>> given;
  private final ClassLoader loader;
  private volatile Map<ResourceType, Class<? extends HasMetadata>> byType;

  /**
   * Classes of resources.
   *
   * @param given count more than those that are found
   * @param loader where services are looked for
   */
  KnownClasses(List<Class<? extends HasMetadata>> given, ClassLoader loader) {
    this.given = List.copyOf(given);
    this.loader = loader;
  }

  /** The class for the resources of a type, or null if none is known. */
  Class<? extends HasMetadata> of(ResourceType type) {
    Map<ResourceType, Class<? extends HasMetadata>> known = byType;
    if (known == null) {
      known = find();
      byType = known;
    }
    return known.get(type);
  }

  private Map<ResourceType, Class<? extends HasMetadata>> find() {
    Map<ResourceType, Class<? extends HasMetadata>> found = new HashMap<>();
    ServiceLoader.load(KubernetesResource.class, loader).stream()
        .map(ServiceLoader.Provider::type)
        .filter(HasMetadata.class::isAssignableFrom)
        .forEach(type -> put(found, type.asSubclass(HasMetadata.class)));
    given.forEach(type -> put(found, type));
    return found;
  }

  private static void put(
      Map<ResourceType, Class<? extends HasMetadata>> found, Class<? extends HasMetadata> type) {
    ResourceType resources = declaredBy(type);
    if (resources != null) {
      found.put(resources, type);
    }
  }

  /** What a class says that it is for, or null if it does not say it. */
  static ResourceType declaredBy(Class<?> type) {
    String apiVersion = HasMetadata.getApiVersion(type);
    return apiVersion == null ? null : new ResourceType(apiVersion, HasMetadata.getKind(type));
  }
}
