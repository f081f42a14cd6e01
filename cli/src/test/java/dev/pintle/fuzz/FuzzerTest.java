package dev.pintle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.cli.FeatureCase.Answer;
import dev.pintle.fuzz.Piece.Derived;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fuzzer itself, without a Helm to compare with. */
class FuzzerTest {

  /** Those whose result is chance or the clock, that read the network, or take seconds. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "ago",
          "bcrypt",
          "buildCustomCert",
          "derivePassword",
          "encryptAES",
          "genCA",
          "genCAWithKey",
          "genPrivateKey",
          "genSelfSignedCert",
          "genSelfSignedCertWithKey",
          "genSignedCert",
          "genSignedCertWithKey",
          "getHostByName",
          "htpasswd",
          "now",
          "randAlpha",
          "randAlphaNum",
          "randAscii",
          "randBytes",
          "randInt",
          "randNumeric",
          "shuffle",
          "uuidv4");

  private static final Grammar GRAMMAR = FuzzRun.grammar();

  @Test
  void theGrammarCallsEveryFunctionThatIsNoChance() {
    Set<String> words =
        Pattern.compile("\\w+")
            .matcher(GRAMMAR.toString())
            .results()
            .map(result -> result.group())
            .collect(Collectors.toSet());

    Set<String> missing = new TreeSet<>(FuzzRun.functions());
    missing.removeAll(words);

    assertThat(missing).isEqualTo(new TreeSet<>(LEFT_OUT));
  }

  @Test
  void aSeedGivesTheSameChartEachTime() {
    Fuzzer fuzzer = new Fuzzer(GRAMMAR, null, null, Set.of());

    assertThat(fuzzer.chart(7).text()).isEqualTo(fuzzer.chart(7).text());
    assertThat(fuzzer.chart(7).text()).isNotEqualTo(fuzzer.chart(8).text());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pintleHasAnAnswerToEveryChart(long seed, @TempDir Path directory) throws Exception {
    Derived chart = new Fuzzer(GRAMMAR, directory, null, Set.of()).chart(seed);

    try (Subject subject = new Subject(directory, chart.text())) {
      assertThat(subject.pintle().err()).doesNotContain("This is a fault of Pintle");
    }
  }

  @Test
  void linesOfAPieceAreIndentedAsFarAsTheLineItBeginsOn() {
    Grammar grammar =
        Grammar.of("map\n  a:⏎  «entry~»b: 1\nentry\n  c:⏎  «leaf~»\nleaf\n  d: 1⏎\n");

    assertThat(derive(grammar, "map").text()).isEqualTo("a:\n  c:\n    d: 1\nb: 1");
  }

  @Test
  void aCallThatIsAnArgumentStandsInParentheses() {
    Grammar grammar =
        Grammar.of("call\n  add ‹int!› ‹other!› 1\nint\n  len \"a\" 1\nother\n  «int»\n");

    assertThat(derive(grammar, "call").text()).isEqualTo("add (len \"a\" 1) (len \"a\" 1) 1");
  }

  @Test
  void aRuleThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Grammar.of("a\n  «b»\n")).hasMessage("a wants a rule b");
  }

  @Test
  void whatIsNotNeededForADifferenceIsTakenOut() {
    Grammar grammar =
        Grammar.of(
            "text\n  «item~»«item~»«item~»«bad~»«item~»\nitem\n  [«word»]⏎\nbad\n  <«long»>⏎\n"
                + "long\n  x\n  9× bad and «long»\nword\n  w\n");
    Derived text = derive(grammar, "text");

    Piece smallest = new Shrinker(grammar, piece -> piece.text().contains("<"), 100).shrink(text);

    assertThat(smallest.text()).isEqualTo("<x>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0 | a | ''                    | 0 | a | ''                    | true",
        "0 | a | ''                    | 0 | b | ''                    | false",
        "0 | a | 'level=WARN msg=x\nlevel=INFO msg=y\n' | 0 | a"
            + " | 'level=INFO msg=y\nlevel=WARN msg=x\nlevel=INFO msg=y\n' | true",
        "0 | a | 'level=WARN msg=x\n'  | 0 | a | 'level=INFO msg=x\n'  | false",
        "0 | a | 'level=WARN msg=x\n'  | 0 | a | ''                    | false",
        "1 | ''| 'Error: x, and more'  | 1 | ''| 'Error: x'            | true",
        "1 | ''| 'Error: x'            | 1 | ''| 'Error: y'            | false",
        "1 | ''| 'Error: x'            | 0 | a | ''                    | false",
        "1 | ''| 'Error: rendering took more than 10 steps' | 0 | a | '' | true"
      })
  void answersAreTheSame(
      int status,
      String out,
      String err,
      int helmStatus,
      String helmOut,
      String helmErr,
      boolean same) {
    Answer pintle = new Answer(status, out, err);
    Answer helm = new Answer(helmStatus, helmOut, helmErr);

    assertThat(Comparison.same(pintle, helm)).isEqualTo(same);
  }

  private static Derived derive(Grammar grammar, String rule) {
    return new Deriver(grammar, new Dice(1)).derive(rule, 9);
  }
}
