package dev.pintle.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Packages have no cycles at all ({@link HouseRulesTest}); inside a package a few classes may know
 * each other in a circle, as a node of a tree and what walks over it must. This holds how many: a
 * class counts together with those that are written inside it.
 */
class ClassCyclesTest {

  /** A handful: the kinds of node of a syntax tree, which are closed, and what prints them. */
  private static final int LONGEST = 7;

  @Test
  void noCircleOfClassesIsLongerThanAHandful() {
    Map<String, Map<String, Set<String>>> uses = usesByPackage();
    assertThat(uses).isNotEmpty();
    List<Set<String>> tooLong =
        uses.values().stream()
            .flatMap(inside -> Circles.of(inside).stream())
            .filter(circle -> circle.size() > LONGEST)
            .toList();
    assertThat(tooLong).isEmpty();
  }

  /** Which class of a package uses which other of the same one. */
  private static Map<String, Map<String, Set<String>>> usesByPackage() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pintle");
    Map<String, Map<String, Set<String>>> uses = new TreeMap<>();
    for (JavaClass type : all) {
      Set<String> used =
          uses.computeIfAbsent(type.getPackageName(), key -> new TreeMap<>())
              .computeIfAbsent(outermost(type), key -> new TreeSet<>());
      used.addAll(
          type.getDirectDependenciesFromSelf().stream()
              .map(Dependency::getTargetClass)
              .map(JavaClass::getBaseComponentType)
              .filter(target -> target.getPackageName().equals(type.getPackageName()))
              .map(ClassCyclesTest::outermost)
              .collect(Collectors.toSet()));
    }
    return uses;
  }

  private static String outermost(JavaClass type) {
    String name = type.getName();
    int inner = name.indexOf('$');
    return inner < 0 ? name : name.substring(0, inner);
  }
}
