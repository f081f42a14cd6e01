package dev.pintle.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a test's release is besides its values, as Helm's flags would say it. What is not given here
 * is as the test's class has it, or else as by default.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ReleasedAs {

  /** The release's name; the chart's name by default. */
  String name() default "";

  /** {@code --namespace}; {@code default} by default. */
  String namespace() default "";

  /** {@code --kube-version}; the one that Helm assumes by default. */
  String kubeVersion() default "";

  /** {@code --api-versions}, besides those that Helm knows. */
  String[] apiVersions() default {};

  /** {@code --is-upgrade}. */
  boolean upgrade() default false;

  /** {@code --include-crds}. */
  boolean includeCrds() default false;
}
