package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The objects of a release as Java classes: of all that {@link Release#manifest()} prints, hooks
 * and CRDs included as far as they are printed. Immutable, safe for use by several threads.
 *
 * <p>A class says by its annotations which API version and kind it is for; resources of the same
 * kind in another API version are not its own. {@code HasMetadata} stands for all resources, each
 * in the class that is known for it, and {@code GenericKubernetesResource} for all as they are.
 *
 * <p>Nothing is made before it is asked for, and each call makes new objects, which are the
 * caller's to change. Fields that a class does not know are an error, unless {@link
 * #reportingUnknownFields} says who takes them.
 */
public final class ReleaseObjects {

  /** Loaded with the first typed object that is asked for, and no earlier. */
  private static final class Found {
    static final ObjectBinder BINDER = find();

    private static ObjectBinder find() {
      List<ObjectBinder> binders =
          ServiceLoader.load(ObjectBinder.class, ObjectBinder.class.getClassLoader()).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      if (binders.size() > 1) {
        throw new IllegalStateException(
            "more than one object binder is present, and none is preferred: " + binders);
      }
      return binders.isEmpty() ? null : binders.get(0);
    }
  }

  private final ResourceSearch search;
  private final ObjectBinder binder;
  private final Consumer<Diagnostic> unknownFields;

  private ReleaseObjects(
      ResourceSearch search, ObjectBinder binder, Consumer<Diagnostic> unknownFields) {
    this.search = search;
    this.binder = binder;
    this.unknownFields = unknownFields;
  }

  static ReleaseObjects of(Release release, ObjectBinder binder) {
    return new ReleaseObjects(ResourceSearch.of(release), binder, null);
  }

  /** The binder that is present as a service. */
  static ObjectBinder presentBinder() {
    if (Found.BINDER == null) {
      throw new IllegalStateException(
          "typed objects need a module that is not on the class path: add the dependency"
              + " dev.pintle:pintle-typed");
    }
    return Found.BINDER;
  }

  /** The same, of resources in that namespace only; those that name none are in the release's. */
  public ReleaseObjects in(String namespace) {
    return new ReleaseObjects(search.in(namespace), binder, unknownFields);
  }

  /**
   * The same, with fields that a class does not know told to someone instead of thrown. What
   * fabric8's classes do not know they keep as {@code additionalProperties}.
   *
   * @param report takes each finding, with the template's line
   */
  public ReleaseObjects reportingUnknownFields(Consumer<Diagnostic> report) {
    return new ReleaseObjects(search, binder, report);
  }

  /**
   * The object of that class and name.
   *
   * @throws NoSuchResourceException if there is none, or more than one
   * @throws BindException if the resource is not what the class knows
   * @throws IllegalArgumentException if the class does not say which resources it is for
   */
  public <T> T one(Class<T> type, String name) {
    return bind(search.one(binder.typeOf(type), name), type);
  }

  /**
   * The only object of that class.
   *
   * @throws NoSuchResourceException if there is none, or more than one
   * @throws BindException if the resource is not what the class knows
   * @throws IllegalArgumentException if the class does not say which resources it is for
   */
  public <T> T one(Class<T> type) {
    return one(type, null);
  }

  /**
   * All objects of that class, in the order of the manifest; none is no error.
   *
   * @throws BindException if a resource is not what the class knows
   * @throws IllegalArgumentException if the class does not say which resources it is for
   */
  public <T> List<T> all(Class<T> type) {
    return search.all(binder.typeOf(type)).stream().map(r -> bind(r, type)).toList();
  }

  /**
   * One resource as an object of a class.
   *
   * @throws BindException if the resource is not what the class knows
   * @throws IllegalArgumentException if the class is for other resources
   */
  public <T> T bind(Resource resource, Class<T> type) {
    ObjectBinder.Binding<T> binding = binder.bind(resource, type);
    if (unknownFields != null) {
      binding.unknownFields().forEach(unknownFields);
    } else if (!binding.unknownFields().isEmpty()) {
      throw new BindException(resource, type, binding.unknownFields());
    }
    return binding.object();
  }
}
