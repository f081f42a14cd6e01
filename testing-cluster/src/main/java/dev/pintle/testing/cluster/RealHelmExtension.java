package dev.pintle.testing.cluster;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the classes marked with {@link BesideHelm} their Helm, or skips them. */
final class RealHelmExtension implements ExecutionCondition, ParameterResolver {

  private static final Namespace SHARED = Namespace.create(RealHelmExtension.class);

  /** What was found when the first class asked. */
  private record Found(Optional<RealHelm> helm) implements AutoCloseable {

    @Override
    public void close() {
      helm.ifPresent(RealHelm::close);
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return helm(context).isPresent()
        ? ConditionEvaluationResult.enabled("there is a helm")
        : ConditionEvaluationResult.disabled("no helm");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RealHelm.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return helm(context).orElseThrow();
  }

  private static Optional<RealHelm> helm(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SHARED)
        .getOrComputeIfAbsent(
            RealHelm.class,
            key -> {
              Optional<RealHelm> found = RealHelm.find();
              if (found.isEmpty()) {
                LoudSkip.say("all tests that need the real Helm", RealHelm.HOW_TO_GET_IT);
              }
              return new Found(found);
            },
            Found.class)
        .helm();
  }
}
