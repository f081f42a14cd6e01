package dev.pintle.render.function;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

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
}
