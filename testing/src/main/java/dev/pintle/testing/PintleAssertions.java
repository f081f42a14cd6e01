package dev.pintle.testing;

import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import org.assertj.core.api.Assertions;

/**
 * The entry point of the assertions on what charts render; AssertJ's own are there too. Stateless.
 *
 * <pre>{@code
 * import static dev.pintle.testing.PintleAssertions.assertThat;
 *
 * assertThat(release).virtualService("remla-all-app").routes("stable", 90).routes("canary", 10);
 * assertThat(release).deployment("remla-all-app").container("app").hasEnv("LOG_LEVEL", "info");
 * }</pre>
 *
 * <p>What fails says which line of which template wrote the field.
 */
public final class PintleAssertions extends Assertions {

  private PintleAssertions() {}

  /** Assertions on a release. */
  public static ReleaseAssert assertThat(Release actual) {
    return new ReleaseAssert(actual);
  }

  /** Assertions on one resource of any kind. */
  public static ResourceAssert assertThat(Resource actual) {
    return new ResourceAssert(actual);
  }

  /** Assertions on why a chart could not be rendered. */
  public static FailureAssert assertThat(RenderFailure actual) {
    return new FailureAssert(actual);
  }
}
