package dev.pintle.testing.cluster;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class that needs the real Helm. Its methods and constructor may ask for a {@link
 * RealHelm}, which all test classes of a run share. Where there is none, the class is skipped, and
 * the console says so and what to do.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealHelmExtension.class)
public @interface BesideHelm {}
