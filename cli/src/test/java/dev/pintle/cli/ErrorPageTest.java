package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what {@code docs/errors.md} shows: makes the chart of each section of its blocks, runs the
 * command, and compares with what the page says is printed. With {@code -Dpintle.rewrite=true} the
 * page is written anew instead.
 */
class ErrorPageTest {

  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ?(\\S*)\\n(.*?)^```$");
  private static final String COMMAND = "$ pintle ";

  @TempDir Path directory;

  /** One section: its heading, and its text with the heading. */
  private record Section(String heading, String text) {}

  private static List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    for (String text : Files.readString(PAGE).split("(?m)^(?=## )")) {
      if (text.startsWith("## ")) {
        sections.add(new Section(text.lines().findFirst().orElseThrow().substring(3), text));
      }
    }
    return sections;
  }

  @TestFactory
  Stream<DynamicTest> printsWhatThePageSays() throws IOException {
    return sections().stream()
        .map(section -> DynamicTest.dynamicTest(section.heading(), () -> check(section)));
  }

  @Test
  void thereAreTen() throws IOException {
    assertThat(sections()).hasSize(10);
  }

  private void check(Section section) throws IOException {
    Path chart = Files.createTempDirectory(directory, "chart");
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    Matcher block = BLOCK.matcher(section.text());
    while (block.find()) {
      String content = block.group(3);
      if (block.group(1).equals("console")) {
        String command = content.lines().findFirst().orElseThrow();
        String printed = command + "\n" + run(command.substring(COMMAND.length()), chart);
        if (Boolean.getBoolean("pintle.rewrite")) {
          String text =
              section.text().substring(0, block.start(3))
                  + printed
                  + section.text().substring(block.end(3));
          Files.writeString(PAGE, Files.readString(PAGE).replace(section.text(), text));
        } else {
          assertThat(printed).isEqualTo(content);
        }
      } else {
        Path file = chart.resolve(block.group(2));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
      }
    }
  }

  /** What a command prints on stderr; it must not succeed. */
  private static String run(String command, Path chart) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err),
            InputStream.nullInputStream());
    String[] arguments =
        Stream.of(command.split(" "))
            .map(argument -> argument.replaceFirst("^\\./", chart + "/"))
            .map(argument -> argument.equals(".") ? chart.toString() : argument)
            .toArray(String[]::new);
    assertThat(PintleCommand.run(console, arguments)).isEqualTo(1);
    console.flush();
    return err.toString(StandardCharsets.UTF_8).replace(chart + "/", "");
  }
}
