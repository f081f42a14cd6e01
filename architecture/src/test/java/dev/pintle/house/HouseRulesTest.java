package dev.pintle.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/** The rules of the house that are about what may know what; see docs/architecture.md. */
@AnalyzeClasses(packages = "dev.pintle", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

  private static final String RENDER = "dev.pintle.render..";
  private static final String HANDLEBARS = "dev.pintle.handlebars..";
  private static final String SCHEMA = "dev.pintle.schema..";
  private static final String TYPED = "dev.pintle.typed..";
  private static final String TESTING = "dev.pintle.testing..";
  private static final String APPLY_FABRIC8 = "dev.pintle.apply.fabric8..";
  private static final String APPLY_FILES = "dev.pintle.apply.files..";
  private static final String CLI = "dev.pintle.cli..";

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.pintle.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule coreKnowsNoEngineNoClusterAndNoCommand =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              RENDER,
              HANDLEBARS,
              SCHEMA,
              TYPED,
              TESTING,
              APPLY_FABRIC8,
              APPLY_FILES,
              CLI,
              "dev.pintle.house..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              RENDER,
              HANDLEBARS,
              SCHEMA,
              TYPED,
              TESTING,
              APPLY_FABRIC8,
              APPLY_FILES,
              CLI,
              "io.fabric8..",
              "com.github.jknack..",
              "picocli..");

  @ArchTest
  static final ArchRule goKnowsNothingOfCharts =
      classes()
          .that()
          .resideInAPackage("dev.pintle.go..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.pintle.go..",
              "dev.pintle.values",
              "dev.pintle.diagnostic..",
              "dev.pintle.limit",
              "dev.pintle.file",
              "com.google.re2j..",
              "java..",
              "");

  @ArchTest
  static final ArchRule anEngineKnowsOnlyCore =
      doNotKnow(
          RENDER,
          HANDLEBARS,
          SCHEMA,
          TYPED,
          TESTING,
          APPLY_FABRIC8,
          APPLY_FILES,
          CLI,
          "io.fabric8..");

  @ArchTest
  static final ArchRule theSecondEngineKnowsTheFirstAlone =
      doNotKnow(
          HANDLEBARS, SCHEMA, TYPED, TESTING, APPLY_FABRIC8, APPLY_FILES, CLI, "io.fabric8..");

  @ArchTest
  static final ArchRule schemasKnowOnlyCore =
      doNotKnow(
          SCHEMA,
          RENDER,
          HANDLEBARS,
          TYPED,
          TESTING,
          APPLY_FABRIC8,
          APPLY_FILES,
          CLI,
          "io.fabric8..");

  @ArchTest
  static final ArchRule typedObjectsKnowNoClusterAndNoEngine =
      doNotKnow(TYPED, RENDER, HANDLEBARS, SCHEMA, TESTING, APPLY_FABRIC8, APPLY_FILES, CLI);

  @ArchTest
  static final ArchRule theApplierOfAClusterKnowsOnlyCore =
      doNotKnow(APPLY_FABRIC8, RENDER, SCHEMA, TYPED, TESTING, APPLY_FILES, CLI);

  @ArchTest
  static final ArchRule theApplierOfFilesKnowsOnlyCore =
      doNotKnow(APPLY_FILES, RENDER, SCHEMA, TYPED, TESTING, APPLY_FABRIC8, CLI, "io.fabric8..");

  @ArchTest
  static final ArchRule whatTestsUseKnowsNoApplierOfItsOwn =
      doNotKnow(TESTING, APPLY_FABRIC8, APPLY_FILES, CLI);

  @ArchTest
  static final ArchRule staticFieldsAreFinal =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(notGenerated())
          .should()
          .beFinal()
          .because("a rendering's state belongs to the rendering");

  @ArchTest
  static final ArchRule staticFieldsAreNotMeantToChange =
      fields()
          .that()
          .areStatic()
          .should()
          .notHaveRawType(
              anyOf(
                  ConcurrentMap.class.getName(),
                  "java.lang.ThreadLocal",
                  "java.lang.StringBuilder",
                  "java.util.HashMap",
                  "java.util.ArrayList",
                  "java.util.concurrent.ConcurrentHashMap",
                  "java.util.concurrent.atomic.AtomicInteger",
                  "java.util.concurrent.atomic.AtomicLong",
                  "java.util.concurrent.atomic.AtomicReference"));

  @ArchTest
  static final ArchRule packagesAreNamedForConcepts =
      noClasses().should().resideInAnyPackage("..util..", "..service..", "..impl..", "..common..");

  /**
   * What Java does with a regular expression calls itself for each character of some texts, and
   * takes exponential time for others. What tests use, and samples, read no text from outside.
   */
  @ArchTest
  static final ArchRule textFromOutsideMeetsNoPatternThatRecurses =
      noClasses()
          .that()
          .resideOutsideOfPackages(TESTING, "dev.pintle.samples..", "dev.pintle.bench..")
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "a method with a pattern of java.util.regex",
                  call -> takesPattern(call.getTarget())))
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Scanner")
          .because(
              "dev.pintle.go.regexp.LinearPattern and dev.pintle.go.strings.TextParts are linear");

  private static boolean takesPattern(AccessTarget.MethodCallTarget called) {
    return called.getOwner().isEquivalentTo(String.class)
        && List.of("matches", "replaceAll", "replaceFirst", "split").contains(called.getName());
  }

  private static ArchRule doNotKnow(String room, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static DescribedPredicate<JavaClass> notGenerated() {
    return DescribedPredicate.describe(
        "not generated by the compiler", type -> !type.getSimpleName().matches(".*\\$\\d*|\\d*"));
  }

  private static DescribedPredicate<JavaClass> anyOf(String... names) {
    Collection<String> all = List.of(names);
    return DescribedPredicate.describe("one of " + all, type -> all.contains(type.getName()));
  }
}
