package dev.pintle.testing;

import dev.pintle.release.Resource;
import dev.pintle.values.TreePath;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions on a whole resource.
 *
 * @param <S> the class of assertions itself
 */
public abstract class AbstractResourceAssert<S extends AbstractResourceAssert<S>>
    extends AbstractTreeAssert<S> {

  AbstractResourceAssert(Resource actual, Class<S> type) {
    super(actual, TreePath.top(), type);
  }

  /** It has that label. */
  public S hasLabel(String key, String value) {
    return has("metadata.labels[\"" + key + "\"]", value);
  }

  /** It has that annotation. */
  public S hasAnnotation(String key, String value) {
    return has("metadata.annotations[\"" + key + "\"]", value);
  }

  /** It is in that namespace by its own word, not by the release's. */
  public S isInNamespace(String namespace) {
    return has("metadata.namespace", namespace);
  }

  /**
   * A template made it whose path ends so, such as {@code templates/deployment.yaml}.
   *
   * @param template whole steps of the path
   */
  public S isFrom(String template) {
    String source = actual.source();
    if (!source.equals(template) && !source.endsWith("/" + template)) {
      throw failure("%s", "expected " + name() + " to come from " + template + ", not " + source);
    }
    return myself;
  }

  /** AssertJ's assertions on its text, as it was rendered. */
  public AbstractStringAssert<?> text() {
    return Assertions.assertThat(actual.text()).as("text of %s", actual);
  }
}
