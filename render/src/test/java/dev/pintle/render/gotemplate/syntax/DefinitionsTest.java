package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Expectations are what Go's {@code template.Template} does with several parsed files. */
class DefinitionsTest {

  private final TemplateParser parser = new TemplateParser(name -> false);
  private final Definitions definitions = new Definitions();

  private void add(String file, String text) {
    definitions.add(parser.parse(file, text));
  }

  private String body(String name) {
    return definitions.find(name).root().source();
  }

  @Test
  void aLaterFileReplacesDefinitions() {
    add("one", "{{define \"x\"}}1{{end}}first");
    add("two", "{{define \"x\"}}2{{end}}");
    assertThat(body("x")).isEqualTo("2");
    assertThat(body("one")).isEqualTo("first");
    assertThat(body("two")).isEmpty();
    assertThat(definitions.find("three")).isNull();
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
    Definitions extended = definitions.extend();
    extended.add(parser.parse("tpl", "{{define \"x\"}}2{{end}}{{define \"y\"}} {{end}}"));
    assertThat(extended.find("x").root().source()).isEqualTo("2");
    assertThat(extended.find("y").root().source()).isEqualTo("1");
    assertThat(extended.find("one")).isNotNull();
    assertThat(body("x")).isEqualTo("1");
    assertThat(definitions.find("tpl")).isNull();
  }
}
