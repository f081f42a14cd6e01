package dev.pintle.testing;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.release.NoSuchResourceException;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;

/**
 * Assertions on a release: on all that its manifest prints. Methods that name a resource lead to
 * assertions on it.
 */
public final class ReleaseAssert extends AbstractAssert<ReleaseAssert, Release> {

  ReleaseAssert(Release actual) {
    super(actual, ReleaseAssert.class);
  }

  /** The Deployment of that name. */
  public WorkloadAssert deployment(String name) {
    return new WorkloadAssert(find("Deployment", name));
  }

  /** The StatefulSet of that name. */
  public WorkloadAssert statefulSet(String name) {
    return new WorkloadAssert(find("StatefulSet", name));
  }

  /** The DaemonSet of that name. */
  public WorkloadAssert daemonSet(String name) {
    return new WorkloadAssert(find("DaemonSet", name));
  }

  /** The Job of that name. */
  public WorkloadAssert job(String name) {
    return new WorkloadAssert(find("Job", name));
  }

  /** The CronJob of that name. */
  public WorkloadAssert cronJob(String name) {
    return new WorkloadAssert(find("CronJob", name));
  }

  /** The Pod of that name. */
  public WorkloadAssert pod(String name) {
    return new WorkloadAssert(find("Pod", name));
  }

  /** Istio's VirtualService of that name. */
  public VirtualServiceAssert virtualService(String name) {
    return new VirtualServiceAssert(find("VirtualService", name));
  }

  /** The resource of that kind, in whatever API version, and name. */
  public ResourceAssert resource(String kind, String name) {
    return new ResourceAssert(find(kind, name));
  }

  private Resource find(String kind, String name) {
    isNotNull();
    try {
      return actual.resource(kind, name);
    } catch (NoSuchResourceException e) {
      throw failure("%s", e.getMessage());
    }
  }

  /** AssertJ's assertions on the object of that class and name. */
  public <T> ObjectAssert<T> object(Class<T> type, String name) {
    isNotNull();
    try {
      T object = actual.one(type, name);
      return Assertions.assertThat(object).as("%s %s", type.getSimpleName(), name);
    } catch (NoSuchResourceException e) {
      throw failure("%s", e.getMessage());
    }
  }

  /** AssertJ's assertions on all objects of that class. */
  public <T> ListAssert<T> objects(Class<T> type) {
    isNotNull();
    return Assertions.assertThat(actual.all(type)).as("all %s", type.getSimpleName());
  }

  /** There is no resource of that kind. */
  public ReleaseAssert hasNo(String kind) {
    return hasNo(kind, all(kind));
  }

  /** There is no resource of that kind and name. */
  public ReleaseAssert hasNo(String kind, String name) {
    return hasNo(kind + " " + name, all(kind).stream().filter(r -> r.name().equals(name)).toList());
  }

  private ReleaseAssert hasNo(String what, List<Resource> found) {
    if (!found.isEmpty()) {
      throw failure(
          "%s",
          "expected no " + what + ", but there is " + found + Whereabouts.ofLine(found.get(0), 1));
    }
    return this;
  }

  /** There are that many resources of that kind. */
  public ReleaseAssert has(int count, String kind) {
    List<Resource> found = all(kind);
    if (found.size() != count) {
      throw failure(
          "%s",
          "expected " + count + " " + kind + ", but there are " + found.size() + ": " + found);
    }
    return this;
  }

  private List<Resource> all(String kind) {
    isNotNull();
    return actual.shownResources().stream().filter(r -> r.kind().equals(kind)).toList();
  }

  /**
   * The classes that are known for the resources know all of their fields, and can hold their
   * values: nothing is misspelt. Kinds without a class are not looked at.
   */
  public ReleaseAssert hasOnlyKnownFields() {
    isNotNull();
    List<Diagnostic> unknown = new ArrayList<>();
    actual.objects().reportingUnknownFields(unknown::add).all(HasMetadata.class);
    if (!unknown.isEmpty()) {
      throw failure(
          "%s",
          unknown.stream()
              .map(field -> field.message() + "\n    at " + field.origin())
              .collect(Collectors.joining("\n  ", "expected only known fields, but:\n  ", "")));
    }
    return this;
  }

  /** AssertJ's assertions on the whole text, as {@code helm template} prints it. */
  public AbstractStringAssert<?> manifest() {
    isNotNull();
    return Assertions.assertThat(actual.manifest()).as("manifest of %s", actual.name());
  }

  /** AssertJ's assertions on the notes. */
  public AbstractStringAssert<?> notes() {
    isNotNull();
    return Assertions.assertThat(actual.notes()).as("notes of %s", actual.name());
  }

  /**
   * The manifest is the one that was written down in a file. With {@code -Dpintle.snapshots=update}
   * the file is written instead; without, a missing file is a failure.
   *
   * @param file relative to the directory of the module that is tested
   */
  public ReleaseAssert matchesSnapshot(String file) {
    isNotNull();
    String difference = Snapshot.difference(actual, Path.of(file));
    if (difference != null) {
      throw failure("%s", difference);
    }
    return this;
  }
}
