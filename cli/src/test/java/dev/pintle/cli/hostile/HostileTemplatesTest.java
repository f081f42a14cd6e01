package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.chart.Chart;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.render.Pintle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates that want all the memory, all the time, or all the stack: each ends in an error that
 * says which limit it passed and where, and the process goes on serving others. The cases are in
 * {@code hostile/templates.txt}.
 */
class HostileTemplatesTest {

  private static final Path CASES = Path.of("src/test/resources/hostile/templates.txt");

  /** So little that no case takes long, on a slow machine either; the clock decides nothing. */
  private static final Limits LIMITS =
      Limits.forStrangers()
          .with(Limit.STEPS, 500_000)
          .with(Limit.RESULT_BYTES, 1 << 20)
          .with(Limit.OUTPUT_BYTES, 4 << 20)
          .with(Limit.BUILT_BYTES, 32 << 20)
          .with(Limit.MILLIS, 600_000);

  @TempDir Path directory;

  private record Case(String name, String template, String expected) {}

  /** A name, a template, and after {@code =>} a part of the message, or of what is rendered. */
  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String template = "";
    String name = "";
    for (String line : Files.readAllLines(CASES, StandardCharsets.UTF_8)) {
      if (line.startsWith("=> ")) {
        cases.add(new Case(name, template, line.substring(3)));
        template = "";
      } else if (line.startsWith("## ")) {
        name = line.substring(3);
      } else if (!line.isEmpty()) {
        template += line + "\n";
      }
    }
    return cases;
  }

  static Stream<Arguments> rows() throws IOException {
    return cases().stream().map(row -> Arguments.of(row.name, row.template, row.expected));
  }

  private static TestChart chart(String template) {
    return new TestChart().with("templates/t.yaml", template);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void endWithinTheirLimits(String name, String template, String expected) throws IOException {
    TestChart chart = chart(template).writeTo(directory);
    if (expected.startsWith("renders ")) {
      assertThat(chart.render(LIMITS).manifest()).contains(expected.substring(8));
      return;
    }
    assertThatThrownBy(() -> chart.render(LIMITS))
        .isInstanceOf(PintleException.class)
        .hasMessageContaining(expected)
        .satisfies(
            e -> {
              Diagnostic found = ((PintleException) e).diagnostics().get(0);
              assertThat(found.position()).isNotNull();
              assertThat(found.position().line()).isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bcrypt \"a\"",
        "htpasswd \"a\" \"b\"",
        "derivePassword 1 \"long\" \"p\" \"u\" \"s\"",
        "genPrivateKey \"rsa\"",
        "genPrivateKey \"dsa\"",
        "(genCA \"a\" 1).Cert",
        "(genSelfSignedCert \"a\" nil nil 1).Cert",
        "randAlphaNum 1000000"
      })
  void slowFunctionsLookAtTheClock(String call) throws IOException {
    TestChart chart = chart("{{ range 100000 }}{{ len (" + call + ") }}{{ end }}");
    assertThatThrownBy(() -> chart.writeTo(directory).render(LIMITS.with(Limit.MILLIS, 0)))
        .hasMessageContaining("longer than 0 ms");
  }

  @Test
  void othersAreServedAllTheWhile() throws Exception {
    chart("a: {{ repeat 3 \"x\" }}\n").writeTo(directory.resolve("good"));
    Chart good = Chart.load(directory.resolve("good"));
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> servants = new CopyOnWriteArrayList<>();
    ExecutorService others =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread servant = new Thread(task);
              servants.add(servant);
              return servant;
            });
    List<Future<Long>> served =
        List.of(others.submit(() -> serve(good, over)), others.submit(() -> serve(good, over)));
    List<Case> cases = cases();
    for (int number = 0; number < cases.size(); number += 7) {
      Case row = cases.get(number);
      TestChart hostile = chart(row.template).writeTo(directory.resolve("bad" + number));
      try {
        hostile.render(LIMITS);
      } catch (PintleException e) {
        assertThat(e.diagnostics()).as(row.name).isNotEmpty();
      }
      assertThat(rendered(good)).isEqualTo("---\n# Source: c/templates/t.yaml\na: xxx\n");
    }
    over.set(true);
    for (Future<Long> renderings : served) {
      assertThat(renderings.get()).isPositive();
    }
    others.shutdown();
    for (Thread servant : servants) {
      servant.join(); // a pool says that it has ended a moment before its threads do
    }
    Set<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread) && thread.getThreadGroup() != null)
            .filter(thread -> thread.getThreadGroup() == Thread.currentThread().getThreadGroup())
            .map(Thread::getName)
            .collect(Collectors.toSet());
    assertThat(left).isEmpty();
  }

  private static long serve(Chart good, AtomicBoolean over) {
    long count = 0;
    do {
      assertThat(rendered(good)).isEqualTo("---\n# Source: c/templates/t.yaml\na: xxx\n");
      count++;
    } while (!over.get());
    return count;
  }

  private static String rendered(Chart chart) {
    return Pintle.render(chart, request -> request.name("r")).manifest();
  }
}
