package dev.pintle.testing.cluster;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives the classes marked with {@link OnControlPlane} their server, or skips them. The servers
 * hang on the run's root, which closes them when all tests are done.
 */
final class ControlPlaneExtension implements ExecutionCondition, ParameterResolver {

  private static final Namespace SHARED = Namespace.create(ControlPlaneExtension.class);

  /** What was found when the first class asked. */
  private record Found(Optional<ControlPlaneBinaries> binaries) {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<ControlPlaneBinaries> binaries = binaries(context);
    if (binaries.isEmpty()) {
      return ConditionEvaluationResult.disabled("no control plane");
    }
    if (parts(context).contains(ControlPlane.Part.CONTROLLERS)
        && binaries.get().controllerManager().isEmpty()) {
      LoudSkip.say(
          context.getRequiredTestClass().getSimpleName() + ", for want of a controller manager",
          ControlPlaneBinaries.HOW_TO_GET_THEM);
      return ConditionEvaluationResult.disabled("no controller manager");
    }
    return ConditionEvaluationResult.enabled("there is a control plane");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ControlPlane.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Set<ControlPlane.Part> parts = parts(context);
    ControlPlaneBinaries binaries = binaries(context).orElseThrow();
    return store(context)
        .getOrComputeIfAbsent(
            parts, wanted -> ControlPlane.start(binaries, wanted), ControlPlane.class);
  }

  private static Optional<ControlPlaneBinaries> binaries(ExtensionContext context) {
    return store(context)
        .getOrComputeIfAbsent(
            ControlPlaneBinaries.class,
            key -> {
              Optional<ControlPlaneBinaries> found = ControlPlaneBinaries.find();
              if (found.isEmpty()) {
                LoudSkip.say(
                    "all tests that need a real Kubernetes API server",
                    ControlPlaneBinaries.HOW_TO_GET_THEM);
              }
              return new Found(found);
            },
            Found.class)
        .binaries();
  }

  private static Set<ControlPlane.Part> parts(ExtensionContext context) {
    Set<ControlPlane.Part> parts = EnumSet.noneOf(ControlPlane.Part.class);
    AnnotationSupport.findAnnotation(context.getTestClass(), OnControlPlane.class)
        .ifPresent(marked -> parts.addAll(List.of(marked.with())));
    return parts;
  }

  private static Store store(ExtensionContext context) {
    return context.getRoot().getStore(SHARED);
  }
}
