package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.strings.GoStrings;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateParserTest {

  static final Set<String> FUNCTIONS =
      Set.of(
          "add", "and", "dict", "eq", "index", "len", "not", "or", "print", "quote", "ternary",
          "trim", "upper");

  private static Map<String, Tree> parse(String template) {
    return new TemplateParser(FUNCTIONS).parse("f", template);
  }

  private static String print(String template) {
    return parse(template).get("f").root().source();
  }

  static Stream<Arguments> templates() {
    return Rows.of("printed.txt");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void printsTreesInNormalForm(String line, String expected) {
    assertThat(Rows.fold(print(Rows.unfold(line)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void theNormalFormParsesToItself(String line, String expected) {
    String printed = Rows.unfold(expected);
    assertThat(print(printed)).isEqualTo(printed);
  }

  @Test
  void definitionsAndBlocksAreTreesOfTheirOwn() {
    Map<String, Tree> trees =
        parse("a{{define \"b\"}}c{{block `d` .}}e{{end}}{{end}}f{{define \"g\"}}{{end}}");
    assertThat(trees.keySet()).containsExactlyInAnyOrder("f", "b", "d", "g");
    assertThat(trees.get("f").root().source()).isEqualTo("af");
    assertThat(trees.get("b").root().source()).isEqualTo("c{{template \"d\" .}}");
    assertThat(trees.get("d").root().source()).isEqualTo("e");
    assertThat(trees.get("d").parseName()).isEqualTo("f");
    assertThat(trees.get("g").root().isBlank()).isTrue();
  }

  @Test
  void ofSeveralDefinitionsTheOneThatIsNotBlankCounts() {
    String blank = "{{define \"x\"}} {{/* nothing */}}\n{{end}}";
    String filled = "{{define \"x\"}}1{{end}}";
    assertThat(parse(blank + filled).get("x").root().source()).isEqualTo("1");
    assertThat(parse(filled + blank).get("x").root().source()).isEqualTo("1");
    assertThat(parse(blank + blank).get("x").root().isBlank()).isTrue();
  }

  @Test
  void stringsAreUnquotedOnce() {
    assertThat(string("\"a\\tb\\u00e9\\x41\\101\\\"\"")).isEqualTo("a\tb\u00e9AA\"");
    assertThat(string("`a\\t\r\n`")).isEqualTo("a\\t\n");
    assertThat(string("\"\\xc3\\xa9\"")).as("bytes that make up a character").isEqualTo("\u00e9");
    assertThat(GoStrings.toBytes(string("\"\\xff\""))).containsExactly(0xFF);
  }

  @Test
  void aByteThatIsNoUtf8StaysInRawStringsAndIsReplacedInOthers() {
    String byteFF = GoStrings.fromBytes(new byte[] {(byte) 0xFF});
    assertThat(string("`" + byteFF + "`")).isEqualTo(byteFF);
    assertThat(string("\"" + byteFF + "\"")).isEqualTo("\uFFFD");
    assertThat(print(byteFF + "{{.a}}")).isEqualTo(byteFF + "{{.a}}");
  }

  private static String string(String literal) {
    Statement.Action action =
        (Statement.Action) parse("{{" + literal + "}}").get("f").root().statements().get(0);
    return ((Operand.Text) action.pipeline().commands().get(0).operands().get(0)).value();
  }
}
