package dev.pintle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of the threat model names the tests that show it, and they are there. */
class ThreatModelTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/threat-model.md");
  private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w*Test)`");

  private static List<String> rowsOf(String heading) throws IOException {
    String section = Files.readString(PAGE).split("\n## " + heading + "\n", 2)[1];
    return section
        .lines()
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .toList();
  }

  private static List<String> testsIn(String text) {
    return TEST_CLASS.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  @Test
  void everyCostAndPromiseNamesTests() throws IOException {
    for (String heading : List.of("What it may cost", "What is promised")) {
      List<String> rows = rowsOf(heading);
      assertThat(rows).as(heading).hasSizeGreaterThan(5);
      assertThat(rows).allSatisfy(row -> assertThat(testsIn(row)).as(row).isNotEmpty());
    }
  }

  @Test
  void theTestsAreThere() throws IOException {
    assertThat(testClasses()).containsAll(testsIn(Files.readString(PAGE)));
  }

  private static Set<String> testClasses() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      List<Path> tests =
          modules
              .map(module -> module.resolve("src/test/java"))
              .filter(Files::isDirectory)
              .toList();
      Set<String> names =
          tests.stream().flatMap(ThreatModelTest::names).collect(Collectors.toSet());
      assertThat(names).isNotEmpty();
      return names;
    }
  }

  private static Stream<String> names(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
