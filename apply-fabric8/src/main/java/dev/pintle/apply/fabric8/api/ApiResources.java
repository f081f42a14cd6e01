package dev.pintle.apply.fabric8.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The kinds of objects that a server has. Asked for when first needed, and kept until {@link
 * #forget()}. Safe for use by several threads.
 */
public final class ApiResources {

  private final Api api;
  private final AtomicReference<List<ResourceType>> known;

  /** Those of a server. */
  public ApiResources(Api api) {
    this(api, new AtomicReference<>());
  }

  private ApiResources(Api api, AtomicReference<List<ResourceType>> known) {
    this.api = api;
    this.known = known;
  }

  /** The same, and what is known of them, asked for in another way. */
  public ApiResources over(Api other) {
    return new ApiResources(other, known);
  }

  /**
   * All kinds.
   *
   * @throws ApiException if the server does not say
   */
  public synchronized List<ResourceType> all() {
    List<ResourceType> types = known.get();
    if (types == null) {
      types = List.copyOf(Discovery.ask(api));
      known.set(types);
    }
    return types;
  }

  /** Asks anew when next needed, since kinds have come or gone. */
  public void forget() {
    known.set(null);
  }

  /** The kind of that name. */
  public Optional<ResourceType> find(String apiVersion, String kind) {
    return all().stream()
        .filter(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
        .findFirst();
  }

  /** The kind of that name in any version of a group, for objects whose version is no more. */
  public Optional<ResourceType> findInGroup(String group, String kind) {
    return all().stream()
        .filter(type -> type.kind().equals(kind) && type.group().equals(group))
        .findFirst();
  }

  /** What {@code .Capabilities.APIVersions} holds: versions, and each with its kinds. */
  public List<String> apiVersions() {
    Set<String> versions = new TreeSet<>();
    for (ResourceType type : all()) {
      versions.add(type.apiVersion());
      versions.add(type.apiVersion() + "/" + type.kind());
    }
    return List.copyOf(versions);
  }
}
