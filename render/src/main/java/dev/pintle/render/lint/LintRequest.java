package dev.pintle.render.lint;

import dev.pintle.release.ReleaseRequest;
import java.util.function.Consumer;

/**
 * What a chart is linted with.
 *
 * @param release the values, the namespace and the capabilities; templates see its name
 */
public record LintRequest(ReleaseRequest release) {

  /** The name that Helm gives to the release it lints with. */
  public static final String RELEASE_NAME = "test-release";

  /**
   * Builds a request.
   *
   * @param settings values, namespace, Kubernetes version, whether schemas of values count
   * @throws dev.pintle.diagnostic.PintleException with Helm's message if a values file or a flag is
   *     at fault
   */
  public static LintRequest of(Consumer<ReleaseRequest.Builder> settings) {
    return new LintRequest(
        ReleaseRequest.of(
            builder -> {
              builder.name(RELEASE_NAME);
              settings.accept(builder);
            }));
  }
}
