package dev.pintle.testing;

import dev.pintle.render.Pintle;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a class a test of a chart. Its test methods can have these parameters:
 *
 * <ul>
 *   <li>{@link dev.pintle.release.Release}: the chart, rendered with the values of the test's
 *       {@link Values}; the test fails if it cannot be rendered
 *   <li>{@link RenderFailure}: what is wrong with those values; the test fails if they are taken
 *   <li>{@link ChartRendering}: renders the chart as often as the test likes, with values from Java
 *   <li>{@link dev.pintle.chart.Chart}: the chart
 * </ul>
 *
 * <p>A chart is loaded once, for all classes that test it.
 *
 * <p>Random functions give the same on every run, and it is always the first of January 2025, so
 * that renderings can be compared; {@link #pintle} makes it otherwise.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChartExtension.class)
public @interface ChartTest {

  /**
   * The chart, a directory or an archive. A relative path starts from the directory of the module
   * that is tested or, if there is nothing, from one above it, up to the root of the build.
   */
  String value();

  /** What renders the chart. */
  Class<? extends Supplier<Pintle>> pintle() default RepeatablePintle.class;
}
