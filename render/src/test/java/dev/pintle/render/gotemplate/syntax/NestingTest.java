package dev.pintle.render.gotemplate.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that nest deeply, parsed and printed on a thread with a small stack. */
class NestingTest {

  private static final long STACK_BYTES = 512 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "{{ => ( => 1 => ) => }}",
        "{{ => '(print ' => 1 => ).a => }}",
        " => {{if .a}} => x => {{end}} => ",
        " => {{range .a}} => x => {{else}}{{end}} => ",
        "{{with .a}} => {{else with .b}} => => => {{end}}",
      })
  void nestsSoFarAndNoFurther(String head, String open, String core, String close, String tail)
      throws Exception {
    assertThat(parse(head, open, core, close, tail, ParsedText.MAX_DEPTH - 1)).isEqualTo("parsed");
    assertThat(parse(head, open, core, close, tail, ParsedText.MAX_DEPTH + 1))
        .endsWith(" depth exceeded");
    assertThat(parse(head, open, core, close, tail, 100_000)).endsWith(" depth exceeded");
  }

  private static String parse(
      String head, String open, String core, String close, String tail, int depth)
      throws Exception {
    String text =
        nonNull(head)
            + nonNull(open).repeat(depth)
            + nonNull(core)
            + nonNull(close).repeat(depth)
            + nonNull(tail);
    return onSmallStack(text);
  }

  private static String nonNull(String part) {
    return part == null ? "" : part;
  }

  private static String onSmallStack(String text) throws InterruptedException, ExecutionException {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              try {
                Tree tree = new TemplateParser(Set.of("print")).parse("f", text).get("f");
                return tree.root().source().isEmpty() ? "empty" : "parsed";
              } catch (TemplateSyntaxException refused) {
                return refused.fault();
              }
            });
    new Thread(null, task, "small stack", STACK_BYTES).start();
    return task.get();
  }

  @Test
  void pipelinesHaveSoManyStagesAndNoMore() throws Exception {
    int most = TokenStream.MAX_PIPES;
    assertThat(onSmallStack("{{1" + "|print".repeat(most) + "}}{{1|print}}")).isEqualTo("parsed");
    assertThat(onSmallStack("{{1" + "|print".repeat(most + 1) + "}}"))
        .isEqualTo("max pipeline length exceeded");
    assertThat(onSmallStack("{{print (1" + "|print".repeat(most) + "|print) }}"))
        .isEqualTo("max pipeline length exceeded");
  }

  @Test
  void whatIsClosedDoesNotCount() {
    String many = "{{if (.a)}}{{end}}".repeat(1000);
    assertThat(new TemplateParser(Set.of("print")).parse("f", many).get("f").root().statements())
        .hasSize(1000);
  }
}
