package dev.pintle.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.ChartLoader;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading takes grows as what is read: eight times the input, eight times the steps. */
class GrowthTest {

  private static final int ONCE = 500;
  private static final int TIMES = 8;

  @TempDir Path directory;

  /** Texts of YAML; what is between bars is repeated, with № for how many there were before. */
  static List<String> texts() {
    return List.of(
        "a: [|x№, |]",
        "a: {|x№: 1, |}",
        "{\"a\": [|\"k№\",|1]}",
        "a: [|{a: [b, {c: d}]}, |]",
        "a: [|&a№ x, |]",
        "a: &a x\nb: [|*a, |]",
        "a: [|\"\uD83D\uDE00\", |]",
        "a: [|'\uD83D\uDE00': 1, |]",
        "a: \"|x \\u0041 |\"",
        "a: \"|x\n  |\"",
        "a: |x\n  |",
        "a: >\n|  x\n\n   y\n|",
        "#|xxxx|\na: 1\n",
        "a: [\n|x, # y\n|]",
        "|a№: x\n|",
        "a:\n|- x\n|",
        "a: 1|    |\nb: 1\n",
        "a: 1\n|\n|b: 1\n",
        "|? a№\n: x\n|",
        "x: &x {a: 1}\n|k№: {<<: *x}\n|",
        "|---\na№: 1\n|",
        "a: |1|",
        "a: 1|:11|",
        "a: [|x, |",
        "a: !|x| y",
        "a: \"|x\u0085|\"");
  }

  private static String repeated(String form, int times) {
    int from = form.indexOf('|');
    int to = form.lastIndexOf('|');
    StringBuilder text = new StringBuilder(form.substring(0, from));
    for (int i = 0; i < times; i++) {
      text.append(form.substring(from + 1, to).replace("№", String.format("%06d", i)));
    }
    return text.append(form.substring(to + 1)).toString();
  }

  private static Budget budget() {
    return new Budget(Limits.defaults(), "a test");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void ofYamlIsLinear(String form) {
    assertLinear(times -> stepsOfReading(repeated(form, times)));
  }

  private static long stepsOfReading(String text) {
    Budget budget = budget();
    try {
      YamlReader.readValues(text, ReadOptions.of("values.yaml").within(budget));
    } catch (PintleException faulty) {
      assertThat(faulty).isNotInstanceOf(LimitException.class);
    }
    return budget.steps();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a№", "*.a№", "a№*", "files/a№*", "!*", "*a*b*c", "/files/№/*", "[a№]", "a№/"})
  void ofIgnoringIsLinearInTheRules(String rule) {
    assertLinear(
        times -> {
          write(".helmignore", repeated("|" + rule + "\n|", times));
          return stepsOfLoading();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"*[|a|]", "|a*|", "*|?|", "*|a|*", "*a|b|"})
  void ofIgnoringIsLinearInTheLengthOfARule(String rule) {
    assertLinear(
        times -> {
          write(".helmignore", repeated(rule, times));
          return stepsOfLoading();
        });
  }

  private long stepsOfLoading() throws IOException {
    write("Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
    for (int i = 0; i < 20; i++) {
      write("files/abcabc" + i, "");
    }
    Budget budget = budget();
    ChartLoader.standard().load(directory, budget);
    return budget.steps();
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Gives the steps for an input that is so many times as large. */
  private interface Work {
    long steps(int times) throws IOException;
  }

  private static void assertLinear(Work work) {
    try {
      long once = work.steps(ONCE);
      assertThat(once).isPositive();
      for (int times = 2; times <= TIMES; times *= 2) {
        assertThat(work.steps(times * ONCE)).isLessThanOrEqualTo(times * once * 11 / 10 + 100);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
