package dev.pintle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader finds every page from docs/README.md, and no link leads nowhere. */
class DocsIndexTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path INDEX = ROOT.resolve("docs/README.md");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void everyPageIsLinkedFromTheIndex() throws IOException {
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
      List<Path> all =
          pages.filter(page -> page.toString().endsWith(".md") && !page.equals(INDEX)).toList();
      assertThat(linksOf(INDEX)).containsAll(all);
    }
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      assertThat(Stream.concat(docs, top).filter(page -> page.toString().endsWith(".md")))
          .allSatisfy(
              page -> assertThat(linksOf(page)).as(page.toString()).allMatch(Files::exists));
    }
  }

  private static List<Path> linksOf(Path page) throws IOException {
    return LINK.matcher(Files.readString(page))
        .results()
        .map(link -> page.resolveSibling(link.group(1)).normalize())
        .toList();
  }
}
