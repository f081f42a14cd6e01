package dev.pintle.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.release.Release;
import dev.pintle.render.Pintle;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who wants only text pays for nothing else: looked at from outside, in a JVM of its own. */
class TextOnlyTest {

  /** What runs in that JVM: renders the chart of the other tests as text, or typed as well. */
  public static final class Main {
    private Main() {}

    /** The first argument is the chart; a second one asks for an object. */
    public static void main(String[] arguments) {
      Release release =
          Pintle.render(Chart.load(Path.of(arguments[0])), request -> request.name("shop"));
      int length = release.manifest().length();
      length += release.resources().get(0).tree().size();
      if (arguments.length > 1) {
        length += release.all(Service.class).size();
      }
      if (length == 0) {
        throw new IllegalStateException("nothing was rendered");
      }
    }
  }

  @Test
  void renderingTextLoadsNoFabric8() throws Exception {
    List<String> loaded = loadedClasses();
    assertThat(loaded).contains(Release.class.getName());
    assertThat(loaded.stream().filter(TextOnlyTest::isForTypedObjects)).isEmpty();
  }

  /** Shows that the other test could fail. */
  @Test
  void askingForAnObjectLoadsThem() throws Exception {
    assertThat(loadedClasses("typed")).contains(Service.class.getName());
  }

  @Test
  void saysWhatToAddWhereTheModuleIsMissing() throws Exception {
    String withoutIt =
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .filter(entry -> !entry.matches(".*[/\\\\]typed[/\\\\]target[/\\\\]classes"))
            .reduce((a, b) -> a + System.getProperty("path.separator") + b)
            .orElseThrow();
    assertThat(run(withoutIt, "-Xshare:auto", "typed"))
        .anySatisfy(
            line -> assertThat(line).contains("add the dependency dev.pintle:pintle-typed"));
  }

  private static boolean isForTypedObjects(String loaded) {
    return loaded.startsWith("io.fabric8.")
        || loaded.startsWith("dev.pintle.typed.") && !loaded.contains("TextOnlyTest");
  }

  private static List<String> loadedClasses(String... more) throws Exception {
    return run(System.getProperty("java.class.path"), "-Xlog:class+load", more).stream()
        .filter(line -> line.contains("[class,load] "))
        .map(line -> line.substring(line.indexOf("[class,load] ") + 13).split(" ")[0])
        .toList();
  }

  private static List<String> run(String classPath, String option, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(option);
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    command.add("src/test/resources/charts/typed");
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }
}
