package dev.pintle.samples.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.chart.Chart;
import dev.pintle.release.ReleaseRequest;
import dev.pintle.render.Pintle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomEngineTest {

  private static final Path PAGE = Path.of("../docs/custom-engine.md");
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

  @TempDir Path directory;

  @Test
  void rendersItsFilesBesideGoTemplates() throws IOException {
    write("Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\n");
    write("values.yaml", "names: [a, b]\n");
    write("templates/go.yaml", "go: {{ .Release.Name }}\n");
    write("templates/own.yaml.dollar", "own: ${Release.Name}\nnames: ${Values.names;}\n");
    Pintle pintle = Pintle.builder().engine(new DollarEngine()).build();
    assertThat(
            pintle
                .render(Chart.load(directory), ReleaseRequest.of(request -> request.name("r")))
                .manifest())
        .isEqualTo(
            """
            ---
            # Source: app/templates/go.yaml
            go: r

            ---
            # Source: app/templates/own.yaml.dollar
            own: r
            names: a;b;
            """);
  }

  @Test
  void isAsTheDocumentationShowsIt() throws IOException {
    List<String> shown =
        JAVA.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
    String sources =
        Files.readString(Path.of("src/main/java/dev/pintle/samples/engine/DollarEngine.java"))
            + Files.readString(
                Path.of("src/test/java/dev/pintle/samples/engine/DollarEngineTest.java"))
            + Files.readString(
                Path.of("src/test/java/dev/pintle/samples/engine/CustomEngineTest.java"));
    assertThat(shown)
        .hasSizeGreaterThan(2)
        .allSatisfy(block -> assertThat(sources).contains(block));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
