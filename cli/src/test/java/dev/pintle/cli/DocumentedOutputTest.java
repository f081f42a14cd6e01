package dev.pintle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.console.Console;
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
 * Does what some pages under {@code docs} show: makes the chart of the blocks of each section, runs
 * the command, and compares with what the page says is printed on stderr. With {@code
 * -Dpintle.rewrite=true} the pages are written anew instead.
 */
class DocumentedOutputTest {

  private static final Path ERRORS = Path.of("../docs/errors.md");
  private static final Path WARNINGS = Path.of("../docs/warnings.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ?(\\S*)\\n(.*?)^```$");
  private static final String COMMAND = "$ pintle ";

  @TempDir Path directory;

  /** One section of a page: its heading, and its text with the heading. */
  private record Section(Path page, String heading, String text) {}

  private static List<Section> sections(Path page) throws IOException {
    List<Section> sections = new ArrayList<>();
    for (String text : Files.readString(page).split("(?m)^(?=## )")) {
      if (text.startsWith("## ")) {
        sections.add(new Section(page, text.lines().findFirst().orElseThrow().substring(3), text));
      }
    }
    return sections;
  }

  @TestFactory
  Stream<DynamicTest> printsWhatThePageSays() throws IOException {
    return Stream.concat(sections(ERRORS).stream(), sections(WARNINGS).stream())
        .map(section -> DynamicTest.dynamicTest(section.heading(), () -> check(section)));
  }

  @Test
  void thereAreTen() throws IOException {
    assertThat(sections(ERRORS)).hasSize(10);
  }

  private void check(Section section) throws IOException {
    Path chart = Files.createTempDirectory(directory, "chart");
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: shop\nversion: 1.0.0\n");
    Matcher block = BLOCK.matcher(section.text());
    while (block.find()) {
      String content = block.group(3);
      if (block.group(1).equals("console")) {
        String command = content.lines().findFirst().orElseThrow();
        String printed =
            command
                + "\n"
                + run(command.substring(COMMAND.length()), chart, section.page() == ERRORS ? 1 : 0);
        if (Boolean.getBoolean("pintle.rewrite")) {
          String text =
              section.text().substring(0, block.start(3))
                  + printed
                  + section.text().substring(block.end(3));
          String page = Files.readString(section.page());
          Files.writeString(section.page(), page.replace(section.text(), text));
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

  /** What a command prints on stderr. */
  private static String run(String command, Path chart, int status) {
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
    assertThat(PintleCommand.run(console, arguments)).isEqualTo(status);
    console.flush();
    return err.toString(StandardCharsets.UTF_8).replace(chart + "/", "");
  }
}
