package dev.pintle.testing.cluster;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs a real API server. Its methods and constructor may ask for a {@link
 * ControlPlane}, which all test classes of a run share; {@link ControlPlane#newNamespace} gives a
 * test a place of its own. Where the programs cannot be had, the class is skipped, and the console
 * says so and what to do.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ControlPlaneExtension.class)
public @interface OnControlPlane {

  /** What must run besides the API server. Classes that name the same parts share a server. */
  ControlPlane.Part[] with() default {};
}
