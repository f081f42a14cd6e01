package dev.pintle.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.limit.Limits;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.GoTemplateEngine;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What rendering takes grows as the chart and its values do. */
class RenderingGrowthTest {

  private static final int ONCE = 250;
  private static final int TIMES = 8;

  private final ChartRenderer renderer =
      new ChartRenderer(
          new TemplateStage(List.of(), new GoTemplateEngine(StandardFunctions.all())), null);

  @TempDir Path directory;

  /** Defaults, what the user gives, a template; what is between bars is repeated. */
  static List<Arguments> charts() {
    return List.of(
        Arguments.of("|a№: 1\n|", "|a№: 2\n|", "a: 1"),
        Arguments.of("|a№: {b: 1}\n|", "|a№: {b: 2}\n|", "a: 1"),
        Arguments.of("|a№: {b: 1}\n|", "|a№: 2\n|", "a: 1"),
        Arguments.of("global: {|a№: {b: 1}, |}", "global: {|a№: {b: 2}, |}", "a: 1"),
        Arguments.of("|somevaluename№: 1\n|", "|othervaluename№: 1\n|", "a: 1"),
        Arguments.of("x: {|somevaluename№: 1,|}", "x: {|othervaluename№: 1,|}", "a: 1"),
        Arguments.of("x: {|name№: 1,|}", "|name№: 1\n|", "a: 1"),
        Arguments.of("b: {|a№: {b: 1}, |}", "b: {|a№: {b: 2}, |}", "a: 1"),
        Arguments.of("|a№: {b: [x]}\n|", "", "{{ toYaml .Values }}"),
        Arguments.of("", "", "|---\nkind: A\nmetadata: {name: a№}\n|"),
        Arguments.of("", "", "a: [|x№, |]"),
        Arguments.of("", "", "# |{{ 1 }}|"));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void isLinear(String defaults, String given, String template) throws IOException {
    long once = steps(defaults, given, template, ONCE);
    assertThat(once).isPositive();
    for (int times = 2; times <= TIMES; times *= 2) {
      assertThat(steps(defaults, given, template, times * ONCE))
          .isLessThanOrEqualTo(times * once * 11 / 10 + 500);
    }
  }

  private long steps(String defaults, String given, String template, int times) throws IOException {
    String description = "apiVersion: v2\nversion: 1.0.0\nname: ";
    write("Chart.yaml", description + "c\n");
    write("charts/b/Chart.yaml", description + "b\n");
    write("values.yaml", repeated(defaults, times));
    write("templates/t.yaml", repeated(template, times));
    Path user = directory.resolveSibling(directory.getFileName() + ".yaml");
    Files.writeString(user, repeated(given, times));
    Chart chart = Chart.load(directory);
    ReleaseRequest request = ReleaseRequest.of(r -> r.valuesFrom(user).warn(true));
    Files.delete(user);
    Execution execution =
        new Execution(
            Limits.defaults(),
            InstantSource.system(),
            ZoneOffset.UTC,
            RandomSource.secure(),
            ClusterReader.none(),
            false);
    renderer.render(chart, request, execution);
    return execution.budget().steps();
  }

  private static String repeated(String form, int times) {
    int from = form.indexOf('|');
    if (from < 0) {
      return form;
    }
    int to = form.lastIndexOf('|');
    StringBuilder text = new StringBuilder(form.substring(0, from));
    for (int i = 0; i < times; i++) {
      text.append(form.substring(from + 1, to).replace("№", String.format("%06d", i)));
    }
    return text.append(form.substring(to + 1)).toString();
  }

  private void write(String name, String text) {
    Path file = directory.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
