package dev.pintle.testing;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import dev.pintle.values.input.SetFlag;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Gives tests their parameters; see {@link ChartTest}. What it loaded is kept for all classes. */
public final class ChartExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace LOADED =
      ExtensionContext.Namespace.create(ChartExtension.class);

  /** For JUnit. */
  public ChartExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Release.class
        || type == RenderFailure.class
        || type == ChartRendering.class
        || type == Chart.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ChartRendering rendering = rendering(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Release.class) {
      return rendering.render();
    } else if (type == RenderFailure.class) {
      return rendering.refuse();
    }
    return type == Chart.class ? rendering.chart() : rendering;
  }

  private static ChartRendering rendering(ExtensionContext context) {
    List<AnnotatedElement> annotated = annotated(context);
    ChartTest test = chartTest(annotated);
    BuildPaths paths = BuildPaths.ofModule();
    Path path = paths.find(test.value());
    BuildPaths valuesFiles = Files.isDirectory(path) ? paths.after(path) : paths;
    Chart chart = loaded(context, path, Chart.class, () -> Chart.load(path));
    Pintle pintle =
        loaded(
            context,
            test.pintle(),
            Pintle.class,
            () -> ReflectionSupport.newInstance(test.pintle()).get());
    return new ChartRendering(
        chart,
        pintle,
        valuesFiles,
        request -> {
          request.name(chart.name());
          annotated.forEach(element -> apply(element, request, valuesFiles));
        });
  }

  private static <T> T loaded(
      ExtensionContext context, Object key, Class<T> type, Supplier<T> load) {
    return context.getRoot().getStore(LOADED).getOrComputeIfAbsent(key, anyKey -> load.get(), type);
  }

  /** What may be annotated, outermost first: the classes around each other, then the method. */
  private static List<AnnotatedElement> annotated(ExtensionContext context) {
    List<AnnotatedElement> elements = new ArrayList<>();
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      elements.add(type);
    }
    Collections.reverse(elements);
    context.getTestMethod().ifPresent(elements::add);
    return elements;
  }

  private static ChartTest chartTest(List<AnnotatedElement> annotated) {
    ChartTest innermost = null;
    for (AnnotatedElement element : annotated) {
      innermost = AnnotationSupport.findAnnotation(element, ChartTest.class).orElse(innermost);
    }
    if (innermost == null) {
      throw new ExtensionConfigurationException("the test's class has no @ChartTest");
    }
    return innermost;
  }

  private static void apply(
      AnnotatedElement element, ReleaseRequest.Builder request, BuildPaths valuesFiles) {
    AnnotationSupport.findAnnotation(element, ReleasedAs.class)
        .ifPresent(release -> apply(release, request));
    for (Values values : AnnotationSupport.findRepeatableAnnotations(element, Values.class)) {
      for (String file : values.files()) {
        request.valuesFrom(valuesFiles.find(file));
      }
      List.of(values.json()).forEach(text -> request.set(SetFlag.SET_JSON, text));
      List.of(values.value()).forEach(request::set);
      List.of(values.strings()).forEach(request::setString);
    }
  }

  private static void apply(ReleasedAs release, ReleaseRequest.Builder request) {
    if (!release.name().isEmpty()) {
      request.name(release.name());
    }
    if (!release.namespace().isEmpty()) {
      request.namespace(release.namespace());
    }
    if (!release.kubeVersion().isEmpty()) {
      request.kubeVersion(release.kubeVersion());
    }
    request.apiVersions(List.of(release.apiVersions()));
    if (release.upgrade()) {
      request.isUpgrade(true);
    }
    if (release.includeCrds()) {
      request.includeCrds(true);
    }
  }
}
