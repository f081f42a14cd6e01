package dev.pintle.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Draws which package uses which, and holds the drawing in docs/architecture.md against it. Run
 * with {@code -Dpintle.rewrite=true} to put the new drawing there.
 */
class PackagePictureTest {

  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final String ROOT = "dev.pintle.";
  private static final String BEGIN = "```mermaid\n";
  private static final String END = "```\n";

  @Test
  void pictureInTheDocumentationIsTrue() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END, from);
    String picture = picture();
    if (Boolean.getBoolean("pintle.rewrite")) {
      Files.writeString(PAGE, page.substring(0, from) + picture + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to)).isEqualTo(picture);
  }

  private static String picture() {
    Map<String, SortedSet<String>> uses = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.pintle")) {
      SortedSet<String> targets = uses.computeIfAbsent(name(type), key -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().startsWith(ROOT) && !name(target).equals(name(type))) {
          targets.add(name(target));
        }
      }
    }
    StringBuilder picture = new StringBuilder("flowchart TD\n");
    uses.forEach(
        (from, targets) ->
            targets.stream()
                // What everything uses would only blacken the picture.
                .filter(to -> !to.equals("values") && !to.equals("diagnostic"))
                .forEach(
                    to ->
                        picture.append("  ").append(from).append(" --> ").append(to).append('\n')));
    return picture.toString();
  }

  private static String name(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
  }
}
