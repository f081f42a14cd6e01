package dev.pintle.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Missing;
import dev.pintle.diagnostic.Diagnostic.Missing.Found;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How findings are put into words. */
class ErrorReportTest {

  private static final Position PLACE = new Position("f", 12, 3);

  private static Diagnostic finding(Position position) {
    return Diagnostic.of(Diagnostic.Kind.TEMPLATE_EXECUTION, "m", position);
  }

  private static String report(Diagnostic... findings) {
    return ErrorReport.of(new PintleException("helm says", List.of(findings)), false);
  }

  @Test
  void withNothingMoreKnownItIsHelmsMessage() {
    assertThat(report(finding(null))).isEqualTo("Error: helm says\n");
    assertThat(report(finding(new Position("f", 0, 0)))).isEqualTo("Error: helm says\n");
  }

  static Stream<Arguments> missing() {
    return Stream.of(
        Arguments.of(new Missing(".Values.a", "b", Found.NOTHING), "`.Values.a` has no `b`"),
        Arguments.of(new Missing(".Values.a", "b", Found.NULL), "`.Values.a.b` is null"),
        Arguments.of(new Missing(".Values.a", "b", Found.EMPTY), "`.Values.a.b` is empty"),
        Arguments.of(new Missing("", "b", Found.NOTHING), "there is no `.b`"),
        Arguments.of(new Missing("", "b", Found.NULL), "`.b` is null"),
        Arguments.of(new Missing(".", "b", Found.NOTHING), "the dot has no `b`"),
        Arguments.of(new Missing(".", "b", Found.NULL), "`.b` is null"));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void saysWhatWasMissing(Missing missing, String words) {
    assertThat(report(finding(PLACE).withSource("{{ .b }}", 2).withMissing(missing)))
        .isEqualTo("Error: helm says\n\n   f:12:3\n   12 | {{ .b }}\n      |   ^^ " + words + "\n");
  }

  static Stream<Arguments> hints() {
    Position origin = new Position("values.yaml", 2, 5);
    return Stream.of(
        Arguments.of(new Hint.DidYouMean("b", null), "hint: did you mean `b`?"),
        Arguments.of(
            new Hint.DidYouMean("b", origin),
            "hint: did you mean `b`? It comes from values.yaml:2"),
        Arguments.of(
            new Hint.ComesFrom(".Values.a", new Position("--set", 0, 0)),
            "hint: `.Values.a` comes from --set"),
        Arguments.of(
            new Hint.RenderedBy(new Position("t", 4, 2), "x: {{ .y }}"),
            "rendered by t:4\n   4 | x: {{ .y }}"),
        Arguments.of(new Hint.Overrides(origin), "hint: it overrides values.yaml:2"),
        Arguments.of(new Hint.Advice("do this"), "hint: do this"));
  }

  @ParameterizedTest
  @MethodSource("hints")
  void saysWhatMayHelp(Hint hint, String words) {
    assertThat(report(finding(null).withHint(hint)))
        .isEqualTo("Error: helm says\n\n   " + words + "\n");
  }

  @Test
  void theCaretStandsUnderWhatIsAtFaultWhateverIsBefore() {
    assertThat(report(finding(new Position("f", 1, 4)).withSource("\t\ud83d\ude80 {{ x }}", 2)))
        .endsWith("   1 | \t\ud83d\ude80 {{ x }}\n     | \t  ^^\n");
  }

  @Test
  void aLongLineIsCutAroundTheFault() {
    String line = "x".repeat(500) + "HERE" + "y".repeat(500);
    String[] lines = report(finding(new Position("f", 1, 501)).withSource(line, 4)).split("\n");
    String shown = lines[3];
    assertThat(shown.length()).isLessThan(180);
    assertThat(lines[4].indexOf('^')).isEqualTo(shown.indexOf("HERE"));
    assertThat(lines[4]).endsWith(" ^^^^");
  }

  @Test
  void ofManyCallsTheFirstAndTheLastAreShown() {
    List<Diagnostic.Frame> chain =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(line -> new Diagnostic.Frame(new Position("f", line, 1), "f", "x"))
            .toList();
    assertThat(report(finding(null).withChain(chain)).lines())
        .hasSize(2 + 5 + 1 + 5)
        .contains(
            "   included from f:5:1",
            "   … 990 more calls",
            "   included from f:996:1",
            "   included from f:1000:1")
        .doesNotContain("   included from f:6:1");
  }

  @Test
  void findingsWithoutALineStandTogether() {
    assertThat(report(finding(PLACE), finding(PLACE)))
        .isEqualTo("Error: helm says\n\n   f:12:3  m\n   f:12:3  m\n");
  }

  @Test
  void aFaultOfPintleItselfShowsEverything() {
    assertThat(ErrorReport.of(new IllegalStateException("oops"), false))
        .startsWith("Error: oops\nThis is a fault of Pintle, please report it.\n")
        .contains("at dev.pintle.cli.console.ErrorReportTest");
  }
}
