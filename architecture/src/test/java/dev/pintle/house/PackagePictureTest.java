package dev.pintle.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Draws the modules in layers and the packages of each module, and holds the drawings in
 * docs/architecture.md against them. Run with {@code -Dpintle.rewrite=true} to put the new drawings
 * there.
 */
class PackagePictureTest {

  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final String ROOT = "dev.pintle.";
  private static final String BEGIN = "<!-- drawn: begin -->\n";
  private static final String END = "<!-- drawn: end -->\n";

  @Test
  void picturesInTheDocumentationAreTrue() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END, from);
    String pictures = pictures();
    if (Boolean.getBoolean("pintle.rewrite")) {
      Files.writeString(PAGE, page.substring(0, from) + pictures + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to)).isEqualTo(pictures);
  }

  private static String pictures() {
    UseGraph modules = new UseGraph();
    TreeMap<String, UseGraph> packages = new TreeMap<>();
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pintle");
    for (JavaClass type : all) {
      String module = module(type);
      modules.node(module);
      UseGraph inside = packages.computeIfAbsent(module, key -> new UseGraph());
      inside.node(packageOf(type));
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith("dev.pintle")) {
          continue;
        }
        modules.use(module, module(target));
        if (module(target).equals(module)) {
          inside.use(packageOf(type), packageOf(target));
        }
      }
    }
    StringBuilder pictures = new StringBuilder("```\n");
    modules.layers().forEach(layer -> pictures.append(String.join("   ", layer)).append('\n'));
    pictures.append("```\n\n").append(modules.mermaid());
    packages.forEach(
        (module, graph) -> {
          if (graph.size() > 1) {
            pictures.append("\n#### `").append(module).append("`\n\n").append(graph.mermaid());
          }
        });
    return pictures.toString();
  }

  /** The directory of the module that a class was built in. */
  private static String module(JavaClass type) {
    String place = type.getSource().orElseThrow().getUri().getPath();
    if (place == null) { // within a jar
      place = type.getSource().orElseThrow().getUri().getSchemeSpecificPart();
    }
    String before = place.substring(0, place.indexOf("/target/"));
    return before.substring(before.lastIndexOf('/') + 1);
  }

  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
  }
}
