package dev.pintle.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is to be read may be no file, or one that is none of the chart's business. */
class HostileReadsTest {

  private static final String SECRET = "s3cr3t";

  /** What may stand in the place of a file. */
  private enum Thing {
    PIPE {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        try {
          new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    },
    LINK_TO_A_PIPE {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        PIPE.putAt(elsewhere.resolve("pipe"), elsewhere);
        Files.createSymbolicLink(path, elsewhere.resolve("pipe"));
      }
    },
    ZERO {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        Files.createSymbolicLink(path, Path.of("/dev/zero"));
      }
    },
    SOCKET {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path));
        socket.close(); // its name stays
      }
    },
    DIRECTORY {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        Files.createDirectory(path);
      }
    },
    LINK_OUT {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret"), "a: [" + SECRET + "\n  b: [");
        Files.createSymbolicLink(path, secret);
      }
    },
    LINK_TO_ITSELF {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        Files.createSymbolicLink(path, path.getFileName());
      }
    },
    LINK_TO_NOTHING {
      @Override
      void putAt(Path path, Path elsewhere) throws IOException {
        Files.createSymbolicLink(path, elsewhere.resolve("nothing"));
      }
    };

    abstract void putAt(Path path, Path elsewhere) throws IOException;
  }

  @TempDir Path directory;
  private Path chart;
  private Path elsewhere;

  @BeforeEach
  void writeChart() throws IOException {
    chart = directory.resolve("c");
    elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    new TestChart()
        .with("values.yaml", "a: 1\n")
        .with("values.schema.json", "{}")
        .with(".helmignore", "x\n")
        .with("Chart.lock", "dependencies: []\n")
        .with("templates/t.yaml", "a: 1\n")
        .with("crds/c.yaml", "a: 1\n")
        .with("charts/b/Chart.yaml", TestChart.CHART_YAML.replace("name: c", "name: b"))
        .with("charts/d.tgz", "")
        .writeTo(chart);
    Files.delete(chart.resolve("charts/d.tgz"));
  }

  /** Commands without a flag for limits wait for half a minute; GivenFileTest waits less. */
  private static boolean waits(List<String> command, Thing thing) {
    boolean given = command.contains("-f") || command.contains("--kubeconfig");
    boolean pipe = thing == Thing.PIPE || thing == Thing.LINK_TO_A_PIPE;
    return given && pipe && !hasLimits(command.get(0));
  }

  private static boolean hasLimits(String command) {
    return List.of("template", "fleet").contains(command);
  }

  /** JUnit warns of links that it would not follow. */
  @AfterEach
  void deleteLinks() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path link : all.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private static <T> Stream<Arguments> eachWith(List<T> places, BiPredicate<T, Thing> wanted) {
    return places.stream()
        .flatMap(
            place ->
                Arrays.stream(Thing.values())
                    .filter(thing -> wanted.test(place, thing))
                    .map(thing -> Arguments.of(place, thing)));
  }

  static Stream<Arguments> filesOfAChart() {
    return eachWith(
        List.of(
            "Chart.yaml",
            "values.yaml",
            "values.schema.json",
            ".helmignore",
            "Chart.lock",
            "templates",
            "templates/t.yaml",
            "crds",
            "crds/c.yaml",
            "charts",
            "charts/b",
            "charts/b/Chart.yaml",
            "charts/d.tgz"),
        (place, thing) -> true);
  }

  private void replace(Path place, Thing thing) throws IOException {
    if (Files.isDirectory(place)) {
      Files.move(place, elsewhere.resolve("moved"));
    } else {
      Files.deleteIfExists(place);
    }
    thing.putAt(place, elsewhere);
  }

  private static void assertClean(CommandRun run) {
    String said = run.out() + run.err();
    assertThat(said).doesNotContain("fault of Pintle").doesNotContain(SECRET);
    if (run.status() != 0) {
      assertThat(said).containsAnyOf("Error: ", "[ERROR]");
    }
  }

  @ParameterizedTest
  @MethodSource("filesOfAChart")
  void aChartShowsNothingButItself(String place, Thing thing) throws IOException {
    replace(chart.resolve(place), thing);
    assertClean(CommandRun.of("template", "r", chart.toString(), "--include-crds"));
    assertClean(CommandRun.of("lint", chart.toString()));
    assertClean(CommandRun.of("lint", chart.toString(), "--with-subcharts", "--warn"));
  }

  /** Each names one file, in the place of {@code %s}. */
  static Stream<Arguments> commands() {
    return eachWith(
        List.of(
            List.of("template", "r", "%s"),
            List.of("template", "r", "c", "-f", "%s"),
            List.of("template", "r", "c", "--set-file", "a=%s"),
            List.of("template", "r", "c", "--lookup-from", "%s"),
            List.of("lint", "%s"),
            List.of("lint", "c", "-f", "%s"),
            List.of("lint", "c", "--kubernetes-schemas", "--crds", "%s"),
            List.of("fleet", "render", "%s", "--output-dir", "out"),
            List.of("list", "--kubeconfig", "%s")),
        (command, thing) -> !waits(command, thing));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatAFlagNamesEnds(List<String> command, Thing thing) throws IOException {
    Path given = directory.resolve("given.tgz");
    thing.putAt(given, elsewhere);
    String[] arguments =
        command.stream()
            .map(word -> word.replace("%s", given.toString()))
            .map(word -> word.equals("c") || word.equals("out") ? directory + "/" + word : word)
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(withBriefLimits(arguments));
    assertThat(run.out() + run.err()).doesNotContain("fault of Pintle");
    assertThat(run.status() == 0 || run.err().contains("Error: ")).isTrue();
  }

  private static String[] withBriefLimits(String... arguments) {
    if (!hasLimits(arguments[0])) {
      return arguments;
    }
    String[] more = Arrays.copyOf(arguments, arguments.length + 2);
    more[arguments.length] = "--limits";
    more[arguments.length + 1] = "input-millis=50";
    return more;
  }
}
