package dev.pintle.render.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.Execution;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSource;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The language as the tables in {@code language/} teach it, output and errors. */
class LanguageTest {

  private static final TemplateEngine ENGINE = new GoTemplateEngine(StandardFunctions.all());

  @TestFactory
  Stream<DynamicTest> givesWhatHelmGives() throws IOException {
    return Stream.of(
            "actions.txt",
            "variables.txt",
            "conditions.txt",
            "range.txt",
            "fields.txt",
            "calls.txt",
            "templates.txt",
            "tpl.txt",
            "errors.txt",
            "builtins.txt",
            "comparison.txt",
            "format.txt")
        .flatMap(LanguageTest::tests);
  }

  private static Stream<DynamicTest> tests(String table) {
    try {
      return LanguageTable.read(table).stream()
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      table + ":" + row.line() + " " + row.template(), () -> check(row)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void check(LanguageTable.Row row) throws Exception {
    if (row.fails()) {
      assertThatThrownBy(() -> render(row))
          .isInstanceOf(PintleException.class)
          .hasMessage(row.expected());
    } else {
      assertThat(render(row)).isEqualTo(row.expected());
    }
  }

  private static String render(LanguageTable.Row row) throws Exception {
    String name = "c/templates/t.yaml";
    return ENGINE
        .compile(List.of(new TemplateSource(name, row.template())))
        .start(Execution.standard())
        .render(name, row.context());
  }
}
