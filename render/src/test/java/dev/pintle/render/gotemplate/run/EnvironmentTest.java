package dev.pintle.render.gotemplate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.render.function.Functions;
import dev.pintle.render.gotemplate.plan.OwnFunction;
import dev.pintle.render.gotemplate.plan.SourceCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expectations are what Go's {@code template.Template} does with several parsed files. */
class EnvironmentTest {

  private final SourceCache sources =
      new SourceCache(Functions.of(List.of()), OwnFunction.OF_CHARTS, 1 << 20);
  private final List<Map<String, Template>> files = new ArrayList<>();

  private void add(String file, String text) {
    files.add(sources.templates(file, text));
  }

  private String body(String name) {
    return body(Environment.of(files), name);
  }

  private static String body(Environment environment, String name) {
    Template template = environment.find(name);
    return template == null ? null : template.root().source();
  }

  @Test
  void aLaterFileReplacesDefinitions() {
    add("one", "{{define \"x\"}}1{{end}}first");
    add("two", "{{define \"x\"}}2{{end}}");
    assertThat(body("x")).isEqualTo("2");
    assertThat(body("one")).isEqualTo("first");
    assertThat(body("two")).isEmpty();
    assertThat(body("three")).isNull();
  }

  @Test
  void aBlankDefinitionReplacesNone() {
    add("one", "{{define \"x\"}}1{{end}}");
    add("two", "{{define \"x\"}} {{/* nothing */}}{{end}}{{define \"new\"}} {{end}}");
    assertThat(body("x")).isEqualTo("1");
    assertThat(body("new")).isEqualTo(" ");
  }

  @Test
  void whatUnicodeCallsSpaceIsBlankAndWhatOnlyLooksSoIsNot() {
    add("one", "{{define \"x\"}}1{{end}}{{define \"y\"}}1{{end}}");
    add("two", "{{define \"x\"}}\u00a0\u2003{{end}}{{define \"y\"}}\u200b{{end}}");
    assertThat(body("x")).isEqualTo("1");
    assertThat(body("y")).isEqualTo("\u200b");
  }

  @Test
  void aFileIsADefinitionLikeAnyOther() {
    add("one", "{{define \"two\"}}by one{{end}}");
    add("two", " \n");
    assertThat(body("two")).isEqualTo("by one");
    add("two", "its own");
    assertThat(body("two")).isEqualTo("its own");
    add("three", "{{define \"three\"}}inner{{end}}");
    assertThat(body("three")).isEqualTo("inner");
  }

  @Test
  void anExtensionSeesWhatItExtendsAndLeavesItAlone() {
    add("one", "{{define \"x\"}}1{{end}}{{define \"y\"}}1{{end}}");
    Environment outer = Environment.of(files);
    Environment inner =
        outer.with(sources.templates("tpl", "{{define \"x\"}}2{{end}}{{define \"y\"}} {{end}}"));
    assertThat(body(inner, "x")).isEqualTo("2");
    assertThat(body(inner, "y")).isEqualTo("1");
    assertThat(body(inner, "one")).isEmpty();
    assertThat(body(outer, "x")).isEqualTo("1");
    assertThat(body(outer, "tpl")).isNull();
  }
}
