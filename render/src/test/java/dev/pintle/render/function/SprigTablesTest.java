package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Each group of Sprig's functions against its table. */
class SprigTablesTest {

  @TestFactory
  Stream<DynamicContainer> doAsInGo() {
    return Stream.of(
            "strings",
            "case",
            "layout",
            "text",
            "lists",
            "dicts",
            "logic",
            "math",
            "decimals",
            "series",
            "types",
            "encoding",
            "paths",
            "urls",
            "semver")
        .map(group -> dynamicContainer(group, CallTable.read(group + ".txt")));
  }

  /** Random calls in a file that the program beside the resources has made. */
  @Test
  @EnabledIfSystemProperty(named = "pintle.calls", matches = ".+")
  void randomCallsDoAsInGo() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(System.getProperty("pintle.calls")))) {
      assertThat(lines.filter(line -> !CallTable.holds(line))).isEmpty();
    }
  }
}
