package dev.pintle.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users can see is a decision: docs/api.md lists every public type of every package that a
 * module exports to all. Run with {@code -Dpintle.rewrite=true} to write it anew.
 */
class PublicApiTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/api.md");
  private static final int MOST_OF_THE_LIBRARY = 70;

  private static final String HEAD =
      """
      # What users can see

      Every public type of the packages that a module exports to all. `PublicApiTest` writes this page and
      holds it against the code, so that a new type here is a decision. Whatever else is public is exported
      to Pintle's own modules by name, and may change at any time.
      """;

  @Test
  void pageListsWhatUsersCanSee() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    types()
        .forEach(
            (module, packages) -> {
              page.append("\n## ").append(module).append("\n\n");
              packages.forEach(
                  (name, types) ->
                      page.append("- `")
                          .append(name)
                          .append("`: ")
                          .append(String.join(", ", types))
                          .append('\n'));
            });
    if (Boolean.getBoolean("pintle.rewrite")) {
      Files.writeString(PAGE, page);
      return;
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
  }

  @Test
  void libraryShowsFewTypes() throws IOException {
    long shown =
        types().entrySet().stream()
            .filter(e -> Set.of("core", "render", "schema").contains(e.getKey()))
            .flatMap(e -> e.getValue().values().stream())
            .mapToLong(Set::size)
            .sum();
    assertThat(shown).isPositive().isLessThanOrEqualTo(MOST_OF_THE_LIBRARY);
  }

  /** Names of types, by package and by directory of the module. */
  private static SortedMap<String, SortedMap<String, SortedSet<String>>> types()
      throws IOException {
    SortedMap<String, SortedMap<String, SortedSet<String>>> found = new TreeMap<>();
    for (Map.Entry<String, ModuleDescriptor> module : modules().entrySet()) {
      Set<String> exported =
          module.getValue().exports().stream()
              .filter(export -> !export.isQualified())
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
      SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
      for (JavaClass type :
          new ClassFileImporter()
              .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
              .importPath(ROOT.resolve(module.getKey()).resolve("target/classes"))) {
        if (exported.contains(type.getPackageName())
            && type.isTopLevelClass()
            && type.getModifiers().contains(JavaModifier.PUBLIC)) {
          packages
              .computeIfAbsent(type.getPackageName(), key -> new TreeSet<>())
              .add(type.getSimpleName());
        }
      }
      if (!packages.isEmpty()) {
        found.put(module.getKey(), packages);
      }
    }
    return found;
  }

  private static Map<String, ModuleDescriptor> modules() throws IOException {
    Map<String, ModuleDescriptor> modules = new TreeMap<>();
    try (Stream<Path> directories = Files.list(ROOT)) {
      for (Path directory : directories.toList()) {
        Path classes = directory.resolve("target/classes");
        if (Files.exists(classes.resolve("module-info.class"))) {
          ModuleReference module = ModuleFinder.of(classes).findAll().iterator().next();
          modules.put(directory.getFileName().toString(), module.descriptor());
        }
      }
    }
    return modules;
  }
}
