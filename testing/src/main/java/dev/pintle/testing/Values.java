package dev.pintle.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Values that a test renders its chart with, as Helm's flags would give them. Those of a class
 * count for all its tests, and come before those of the test.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Values.All.class)
public @interface Values {

  /** {@code --set}, such as {@code canaryWeight=10}. */
  String[] value() default {};

  /** {@code --set-string}. */
  String[] strings() default {};

  /** {@code --set-json}. */
  String[] json() default {};

  /**
   * {@code --values}: files, by their path in the chart's directory or else as {@link
   * ChartTest#value} has it.
   */
  String[] files() default {};

  /** Several of them. */
  @Documented
  @Target({ElementType.TYPE, ElementType.METHOD})
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {

    /** In their order. */
    Values[] value();
  }
}
