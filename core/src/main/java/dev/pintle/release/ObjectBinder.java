package dev.pintle.release;

import dev.pintle.diagnostic.Diagnostic;
import java.util.List;

/**
 * Makes objects of Java classes of rendered resources. Found as a service when a typed object is
 * first asked for; safe for use by several threads.
 *
 * <p>The module {@code pintle-typed} has one for fabric8's classes.
 */
public interface ObjectBinder {

  /**
   * The resources that a class is for.
   *
   * @param apiVersion such as {@code apps/v1}
   * @param kind such as {@code Deployment}
   */
  record ResourceType(String apiVersion, String kind) {

    /** True if the resource says that it is one. */
    public boolean matches(Resource resource) {
      return kind.equals(resource.kind()) && apiVersion.equals(resource.apiVersion());
    }

    @Override
    public String toString() {
      return apiVersion + " " + kind;
    }
  }

  /**
   * An object and what was left over.
   *
   * @param object new at each call, the caller's own
   * @param unknownFields fields of the resource that the class does not know, one finding each, in
   *     the order of the text
   */
  record Binding<T>(T object, List<Diagnostic> unknownFields) {

    /** The list is copied. */
    public Binding {
      unknownFields = List.copyOf(unknownFields);
    }
  }

  /**
   * The resources that a class is for; null if it takes any.
   *
   * @throws IllegalArgumentException if the class does not say it
   */
  ResourceType typeOf(Class<?> type);

  /**
   * Makes an object of a resource.
   *
   * @param type a class that is for such resources, or that takes any: an object of such a class is
   *     of the most specific class known for the resource
   * @throws BindException if a value is none that the class can hold
   */
  <T> Binding<T> bind(Resource resource, Class<T> type);
}
