package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.strings.GoStrings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes are: trees come out of them that parse again from what they print, or a fault
 * that says where it is.
 */
class TemplateFuzzTest {

  private static final String FILE = "f";
  private static final TemplateParser PARSER = new TemplateParser(TemplateParserTest.FUNCTIONS);

  static Stream<byte[]> templates() {
    return Stream.of("printed.txt", "errors.txt", "locations.txt", "tokens.txt")
        .flatMap(Rows::of)
        .map(row -> GoStrings.toBytes(Rows.unfold((String) row.get()[0])));
  }

  @MethodSource("templates")
  @FuzzTest
  void parsesAnyBytes(byte[] data) {
    String text = GoStrings.fromBytes(data);
    Map<String, Tree> trees;
    try {
      trees = PARSER.parse(FILE, text);
    } catch (TemplateSyntaxException e) {
      assertSaysWhere(e, text);
      return;
    }
    for (Tree tree : trees.values()) {
      for (Node node : NodeWalk.of(tree.root())) {
        assertThat(node.offset()).isBetween(0, text.length());
        assertThat(tree.location(node)).startsWith(FILE + ":");
      }
      assertPrintsItself(tree);
    }
  }

  private static void assertSaysWhere(TemplateSyntaxException e, String text) {
    assertThat(e.getMessage()).startsWith("parse error at (" + FILE + ":");
    assertThat(e.fault()).isNotBlank();
    assertThat(e.diagnostics()).hasSize(1);
    Diagnostic finding = e.diagnostics().get(0);
    assertThat(finding.position().line()).isBetween(1, 1 + (int) text.lines().count());
    assertThat(finding.position().column()).isPositive();
    assertThat(text).contains(finding.sourceLine());
  }

  private static void assertPrintsItself(Tree tree) {
    String printed = tree.root().source();
    if (makesDelimiter(tree)) {
      return;
    }
    Tree again = PARSER.parse(FILE, printed).get(FILE);
    assertThat(again.root().source()).isEqualTo(printed);
    assertThat(kinds(again)).isEqualTo(kinds(tree));
  }

  /** The kinds of all nodes but texts, of which two become one where a comment was between them. */
  private static List<String> kinds(Tree tree) {
    return NodeWalk.of(tree.root()).stream()
        .map(NodeWalk::kind)
        .filter(kind -> !kind.equals("text"))
        .toList();
  }

  /** True if a text ends in a brace: trimmed, it stands right before the braces of an action. */
  private static boolean makesDelimiter(Tree tree) {
    return NodeWalk.of(tree.root()).stream()
        .anyMatch(node -> node instanceof Statement.Text text && text.text().endsWith("{"));
  }
}
