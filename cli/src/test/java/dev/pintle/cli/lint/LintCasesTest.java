package dev.pintle.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Charts with faults: {@code pintle lint} says what {@code helm lint} says. The real Helm rewrites
 * the expected text with {@code -Dpintle.rewrite=true}.
 */
class LintCasesTest {

  private static final Path CASES = Path.of("src/test/resources/lint");
  private static final boolean REWRITE = Boolean.getBoolean("pintle.rewrite");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> all = Files.list(CASES)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatHelmSays(String name) throws Exception {
    String chart = CASES.resolve(name).resolve("chart").toString();
    Path expected = CASES.resolve(name).resolve("helm.txt");
    if (REWRITE) {
      Process helm = new ProcessBuilder("helm", "lint", chart).redirectErrorStream(false).start();
      String out = new String(helm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(expected, shown(out, helm.waitFor()));
    }
    CommandRun run = CommandRun.of("lint", chart);
    assertThat(shown(run.out(), run.status())).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void failsOnWarningsIfStrict(String name) throws Exception {
    Path directory = CASES.resolve(name);
    String found = Files.readString(directory.resolve("helm.txt"));
    int status = found.contains("[ERROR]") || found.contains("[WARNING]") ? 1 : 0;
    String chart = directory.resolve("chart").toString();
    assertThat(CommandRun.of("lint", "--strict", chart).status()).isEqualTo(status);
  }

  private static String shown(String out, int status) {
    String here = Path.of("").toAbsolutePath().toString();
    return out.replace(here, "HERE") + "exit status " + status + "\n";
  }
}
