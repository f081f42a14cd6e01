package dev.pintle.render.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.render.gotemplate.run.Rendering;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a stranger's template does with whatever values: text comes out of it, or an exception
 * that says which template is at fault, and where.
 */
class RenderingFuzzTest {

  private static final String NAME = "c/templates/t.yaml";
  private static final String WITH = "\n<=== ";
  private static final String VALUES =
      "{\"n\":null,\"b\":true,\"i\":-3,\"f\":1.5,\"s\":\"a"
          + " b\\u00e9\",\"l\":[1,\"x\",null,{\"a\":[]}],\"m\":{\"a\":{\"b\":\"c\"},\"d.e\":2},\"t\":\"{{"
          + " .Values.s }}\",\"date\":\"2001-02-03\"}";

  /** Fewer steps and shorter strings than others have, so that an input costs milliseconds. */
  private static final Limits LIMITS = limits(Limits.forStrangers());

  private static final GoTemplateEngine ENGINE = new GoTemplateEngine(StandardFunctions.all());

  /** What takes a second or more each time. */
  private static final Pattern SLOW =
      Pattern.compile("(?i)gen[A-Z]|derivePassword|htpasswd|bcrypt|dnsLookup");

  private static Limits limits(Limits strangers) {
    return strangers
        .with(Limit.OUTPUT_BYTES, 1 << 20)
        .with(Limit.STEPS, 100_000)
        .with(Limit.MILLIS, 5_000)
        .with(Limit.RESULT_BYTES, 1 << 16);
  }

  /** The tables of the language and of the functions, whose calls become actions. */
  static Stream<byte[]> templates() {
    Stream<String> language =
        Stream.of(
                "actions",
                "builtins",
                "calls",
                "comparison",
                "conditions",
                "errors",
                "fields",
                "format",
                "range",
                "templates",
                "tpl",
                "variables")
            .flatMap(RenderingFuzzTest::rows)
            .map(row -> row.template() + (row.values().isEmpty() ? "" : WITH + row.values()));
    Stream<String> functions =
        Stream.of(
                "case",
                "crypto",
                "dates-utc",
                "decimals",
                "dicts",
                "encoding",
                "layout",
                "lists",
                "logic",
                "math",
                "paths",
                "regex",
                "semver",
                "serialization",
                "series",
                "strings",
                "text",
                "toml",
                "types",
                "urls")
            .flatMap(RenderingFuzzTest::lines)
            .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
            .map(line -> "{{ " + line.split(" => ", 2)[0] + " }}");
    return Stream.concat(language, functions).map(GoStrings::toBytes);
  }

  private static Stream<LanguageTable.Row> rows(String table) {
    try {
      return LanguageTable.read(table + ".txt").stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<String> lines(String table) {
    try (InputStream in =
        RenderingFuzzTest.class.getResourceAsStream("/functions/" + table + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @MethodSource("templates")
  @FuzzTest
  void rendersAnyTemplate(byte[] data) {
    String input = GoStrings.fromBytes(data);
    if (SLOW.matcher(input).find()) {
      return;
    }
    int with = input.lastIndexOf(WITH);
    String template = with < 0 ? input : input.substring(0, with);
    Table context = context(with < 0 ? VALUES : input.substring(with + WITH.length()));
    Execution execution =
        new Execution(
            LIMITS,
            InstantSource.fixed(Instant.parse("2024-02-29T12:34:56.789Z")),
            ZoneOffset.UTC,
            RandomSource.seeded(1),
            ClusterReader.none(),
            false);
    try {
      String text =
          ENGINE
              .compile(List.of(new TemplateSource(NAME, template)))
              .start(execution)
              .render(NAME, context);
      assertThat((long) text.length()).isLessThanOrEqualTo(LIMITS.of(Limit.OUTPUT_BYTES));
    } catch (PintleException e) {
      assertSaysWhere(e);
    }
  }

  private static Table context(String json) {
    try {
      return LanguageTable.context(json);
    } catch (JsonException | ClassCastException noValues) {
      return context(VALUES);
    }
  }

  private static void assertSaysWhere(PintleException e) {
    assertThat(e.getMessage()).isNotBlank();
    assertThat(e.diagnostics()).isNotEmpty();
    for (Diagnostic finding : e.diagnostics()) {
      assertThat(finding.message()).isNotNull();
      assertThat(finding.position()).as(e.getMessage()).isNotNull();
      assertThat(finding.position().file()).isIn(NAME, Rendering.TPL_NAME);
      assertThat(finding.position().line()).isPositive();
      assertThat(finding.position().column()).isPositive();
    }
  }
}
