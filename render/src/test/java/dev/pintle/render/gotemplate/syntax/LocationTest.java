package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.diagnostic.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LocationTest {

  static Stream<Arguments> templates() {
    return Rows.of("locations.txt");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void nodesAreWhereGoSaysTheyAre(String line, String expected) {
    Tree tree = parse(Rows.unfold(line));
    List<String> shown = new ArrayList<>();
    for (Node node : NodeWalk.of(tree.root())) {
      String location = tree.location(node);
      shown.add(NodeWalk.kind(node) + '@' + location.substring("f:".length()));
    }
    assertThat(String.join(" ", shown)).isEqualTo(expected);
  }

  private static Tree parse(String template) {
    return new TemplateParser(TemplateParserTest.FUNCTIONS).parse("f", template).get("f");
  }

  @Test
  void peopleCountCharactersFromOne() {
    Tree tree = parse("\u00e4\ud83d\ude80\n\u00e4\ud83d\ude80{{.x}}\n");
    Node action = tree.root().statements().get(1);
    assertThat(tree.location(action)).isEqualTo("f:2:8");
    assertThat(tree.position(action)).isEqualTo(new Position("f", 2, 5));
    assertThat(tree.sourceLine(action.offset())).isEqualTo("\u00e4\ud83d\ude80{{.x}}");
  }
}
