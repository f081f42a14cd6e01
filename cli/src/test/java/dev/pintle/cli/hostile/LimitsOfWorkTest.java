package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done with a stranger's chart counts, and ends where it is too much. */
class LimitsOfWorkTest {

  private static final int MANY = 20_000;

  @TempDir Path directory;

  private static Arguments work(String file, String text, String command, String end) {
    return Arguments.of(file, text, command, end);
  }

  private static String numbered(String form) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      text.append(form.replace("№", String.valueOf(i)));
    }
    return text.toString();
  }

  static List<Arguments> work() {
    String template = "template r .";
    String values = "template r . -f ./big";
    String loading = "loading the chart took more than 5000 steps";
    String reading = "reading the values took more than 5000 steps";
    String templates = "rendering took more than 5000 steps";
    String lint = "linting the chart took more than 5000 steps";
    return List.of(
        work(".helmignore", numbered("*a*№*b\n"), template, loading),
        work(".helmignore", numbered("!*№\n") + "!*", template, ""),
        work("values.yaml", "a: [" + numbered("№, ") + "]", template, loading),
        work("values.yaml", numbered("№: 1\n"), template, loading),
        work("values.yaml", "a: '" + numbered("№ ") + "'", template, loading),
        work("Chart.lock", "a: [" + numbered("№, ") + "]", template, loading),
        work("charts/b/values.yaml", "a: [" + numbered("№, ") + "]", template, loading),
        work("big", numbered("№: 1\n"), values, reading),
        work("big", numbered("№: 1\n"), "template r . --set-file a=./big", reading),
        work("big", numbered("№: 1\n"), values + " --warn", reading),
        work("big", numbered("№: 1\n"), "lint . -f ./big", reading),
        work("templates/t.yaml", "a: [" + numbered("№, ") + "]", template, templates),
        work("templates/t.yaml", numbered("---\na: №\n"), template, templates),
        work("templates/t.yaml", "a: [" + numbered("№, ") + "]", "lint .", lint),
        work("crds/t.yaml", numbered("---\na: №\n"), "lint .", lint),
        work("values.yaml", numbered("№: 1\n"), "lint .", lint),
        work(".helmignore", numbered("*a*№*b\n"), "lint .", lint),
        work("Chart.yaml", "a: [" + numbered("№, ") + "]", "lint .", lint));
  }

  @ParameterizedTest
  @MethodSource("work")
  void endsWhereItIsTooMuch(String file, String text, String command, String end)
      throws IOException {
    new TestChart()
        .with("charts/b/Chart.yaml", TestChart.CHART_YAML.replace("name: c", "name: b"))
        .with("templates/a.yaml", "a: 1\n")
        .with(file, text)
        .writeTo(directory);
    Files.writeString(Files.createDirectory(directory.resolve("files")).resolve("f"), "");

    CommandRun within = run(command, "default");
    CommandRun beyond = run(command, "steps=5000");

    assertThat(within.out() + within.err()).doesNotContain("steps");
    assertThat(beyond.out() + beyond.err()).contains(end);
    if (!end.isEmpty()) {
      assertThat(beyond.out() + beyond.err()).contains("this is the limit `steps`");
      assertThat(beyond.status()).isEqualTo(1);
    }
  }

  private CommandRun run(String command, String limits) {
    List<String> arguments = new ArrayList<>();
    for (String word : command.split(" ")) {
      arguments.add(word.equals(".") ? directory.toString() : word.replace("./", directory + "/"));
    }
    arguments.addAll(List.of("--limits", limits));
    return CommandRun.of(arguments.toArray(String[]::new));
  }
}
