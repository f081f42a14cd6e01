package dev.pintle.testing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Origin;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.JavaValues;
import dev.pintle.values.Table;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TemplateEngine} has to keep. The test of an engine extends this class and says
 * how its language puts the few things that the contract asks for:
 *
 * <pre>{@code
 * class MyEngineTest extends TemplateEngineContract {
 *   @Override protected TemplateEngine engine() { return new MyEngine(); }
 *   @Override protected String fileName(String base) { return base + ".my"; }
 *   ...
 * }
 * }</pre>
 *
 * <p>It asks for text, values, loops, partials, errors with positions, limits, and that compiled
 * templates may be shared. What a language does beyond that is for its own tests.
 */
public abstract class TemplateEngineContract {

  private static final String DIRECTORY = "app/templates/";
  private static final int THREADS = 4;
  private static final int RENDERINGS = 40;

  /** The engine to be tested. */
  protected abstract TemplateEngine engine();

  /** The name of a template's file that the engine handles, such as {@code base + ".hbs"}. */
  protected abstract String fileName(String base);

  /**
   * A template that prints one value of its context.
   *
   * @param path the keys that lead there from the top, such as {@code Values, name}
   */
  protected abstract String printing(String... path);

  /**
   * A template that prints each item of a list of its context, and a semicolon after each.
   *
   * @param path the keys that lead to the list
   */
  protected abstract String printingEach(String... path);

  /**
   * A file with a template that others can call.
   *
   * @param directory of the file, with a slash at its end
   * @param name by which {@link #calling} knows it
   * @param body what it renders
   */
  protected abstract TemplateSource partial(String directory, String name, String body);

  /** A template that calls a partial with its own context and prints what that renders. */
  protected abstract String calling(String partial);

  /** A text of one line that is no template of the language. */
  protected abstract String malformed();

  /** A template of one line that is well-formed and fails when it is run. */
  protected abstract String failing();

  @Test
  void hasANameAndHandlesItsFiles() {
    assertThat(engine().name()).isNotBlank();
    assertThat(engine().handles(path("plain"))).isTrue();
  }

  @Test
  void rendersTextAsItIs() {
    String text = "kind: Text\n\n  indented: \"<&>\" # ümlaut 🚢\n";
    assertThat(render(text, Map.of())).isEqualTo(text);
  }

  @Test
  void rendersNothingForNothing() {
    assertThat(render("", Map.of())).isEmpty();
  }

  @Test
  void printsValues() {
    Map<String, Object> values = Map.of("text", "a<b>&\"c\"", "yes", true, "half", 0.5);
    assertThat(
            render(
                printing("Values", "text")
                    + "|"
                    + printing("Values", "yes")
                    + "|"
                    + printing("Values", "half"),
                values))
        .as("values are printed as they are, nothing is escaped")
        .isEqualTo("a<b>&\"c\"|true|0.5");
  }

  @Test
  void goesOverLists() {
    assertThat(render(printingEach("Values", "items"), Map.of("items", List.of("a", "b"))))
        .isEqualTo("a;b;");
    assertThat(render(printingEach("Values", "items"), Map.of("items", List.of()))).isEmpty();
  }

  @Test
  void callsPartials() {
    TemplateSource partial = partial(DIRECTORY, "greeting", "Hello " + printing("Values", "name"));
    assertThat(
            run(
                List.of(partial, source("main", "<" + calling("greeting") + ">")),
                Map.of("name", "you")))
        .isEqualTo("<Hello you>");
  }

  @Test
  void lastDefinitionOfANameCounts() {
    assertThat(
            run(
                List.of(
                    partial("app/charts/sub/templates/", "shared", "first"),
                    partial(DIRECTORY, "shared", "last"),
                    source("main", calling("shared"))),
                Map.of()))
        .isEqualTo("last");
  }

  @Test
  void refusesWhatIsMalformed() {
    List<TemplateSource> sources = List.of(source("main", "first: line\n" + malformed() + "\n"));
    assertPlace(
        catchThrowableOfType(PintleException.class, () -> engine().compile(sources)),
        Diagnostic.Kind.TEMPLATE_SYNTAX,
        path("main"));
  }

  @Test
  void saysWhereATemplateFails() {
    PintleException failure = failure("first: line\n" + failing() + "\n", Map.of());
    assertPlace(failure, Diagnostic.Kind.TEMPLATE_EXECUTION, path("main"));
    assertThat(failure.diagnostics().get(0).position().line()).isEqualTo(2);
  }

  @Test
  void saysWhereAPartialFails() {
    TemplateSource partial = partial(DIRECTORY, "broken", failing());
    PintleException failure =
        catchThrowableOfType(
            PintleException.class,
            () -> run(List.of(partial, source("main", calling("broken"))), Map.of()));
    assertPlace(failure, Diagnostic.Kind.TEMPLATE_EXECUTION, partial.name());
  }

  @Test
  void endsPartialsThatCallThemselves() {
    TemplateSource endless = partial(DIRECTORY, "endless", calling("endless"));
    List<TemplateSource> sources = List.of(endless, source("main", calling("endless")));
    assertLimit(() -> run(sources, Map.of(), limits(1 << 20, 1 << 20)));
  }

  @Test
  void writesNoMoreThanAllowed() {
    Map<String, Object> values = Map.of("items", Collections.nCopies(1000, "0123456789"));
    assertLimit(
        () ->
            run(
                List.of(source("main", printingEach("Values", "items"))),
                values,
                limits(5000, 1 << 20)));
  }

  @Test
  void takesNoMoreStepsThanAllowed() {
    // Far beyond the limit: steps are looked at every few thousand.
    Map<String, Object> values = Map.of("items", Collections.nCopies(50_000, ""));
    assertLimit(
        () ->
            run(
                List.of(source("main", printingEach("Values", "items"))),
                values,
                limits(1 << 20, 1000)));
  }

  @Test
  void takesNoMoreTimeThanAllowed() {
    Map<String, Object> values = Map.of("items", Collections.nCopies(50_000, ""));
    assertLimit(
        () ->
            run(
                List.of(source("main", printingEach("Values", "items"))),
                values,
                Limits.defaults().with(Limit.MILLIS, 0)));
  }

  @Test
  void rendersNoTemplateThatIsNotThere() {
    TemplateSet.Run run =
        engine().compile(List.of(source("main", "text"))).start(Execution.standard());
    assertThatThrownBy(() -> run.render(path("other"), context(Map.of())))
        .hasMessageContaining(path("other"));
  }

  @Test
  void leavesTheContextAlone() {
    Table context = context(Map.of("items", List.of("a"), "name", "n")).freeze();
    Table before = context.deepCopy();
    String text = printing("Values", "name") + printingEach("Values", "items");
    engine()
        .compile(List.of(source("main", text)))
        .start(Execution.standard())
        .render(path("main"), context);
    assertThat(context).isEqualTo(before);
  }

  @Test
  void keepsRunsApart() {
    TemplateSet set = engine().compile(List.of(source("main", printing("Values", "name"))));
    for (String name : List.of("one", "two", "one")) {
      assertThat(
              set.start(Execution.standard()).render(path("main"), context(Map.of("name", name))))
          .isEqualTo(name);
    }
  }

  @Test
  void sharesCompiledTemplatesBetweenThreads() throws Exception {
    TemplateSource partial = partial(DIRECTORY, "item", printing("Values", "name"));
    TemplateSet set = engine().compile(List.of(partial, source("main", calling("item"))));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<String>> renderings =
          IntStream.range(0, RENDERINGS)
              .<Callable<String>>mapToObj(
                  i ->
                      () ->
                          set.start(Execution.standard())
                              .render(path("main"), context(Map.of("name", "n" + i))))
              .toList();
      List<Future<String>> texts = threads.invokeAll(renderings);
      for (int i = 0; i < RENDERINGS; i++) {
        assertThat(texts.get(i).get()).isEqualTo("n" + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** An engine need not know origins; one that claims to must be right. */
  @Test
  void knowsOriginsTruly() {
    TemplateSet.Run run =
        engine()
            .compile(List.of(source("main", "first\n" + printing("Values", "name") + "\n")))
            .start(Execution.standard());
    String text = run.render(path("main"), context(Map.of("name", "second")));
    Origin origin = run.originOf(path("main"), text.indexOf("second"));
    if (origin != null) {
      assertThat(origin.position().file()).isEqualTo(path("main"));
      assertThat(origin.position().line()).isEqualTo(2);
      assertThat(origin.sourceLine()).isEqualTo(printing("Values", "name"));
    }
  }

  private String path(String base) {
    return DIRECTORY + fileName(base);
  }

  private TemplateSource source(String base, String text) {
    return new TemplateSource(path(base), text);
  }

  private String render(String text, Map<String, Object> values) {
    return run(List.of(source("main", text)), values);
  }

  private String run(List<TemplateSource> sources, Map<String, Object> values) {
    return run(sources, values, Limits.defaults());
  }

  private String run(List<TemplateSource> sources, Map<String, Object> values, Limits limits) {
    Execution execution =
        new Execution(
            limits,
            InstantSource.system(),
            ZoneOffset.UTC,
            RandomSource.secure(),
            ClusterReader.none(),
            false);
    return engine().compile(sources).start(execution).render(path("main"), context(values));
  }

  private PintleException failure(String text, Map<String, Object> values) {
    return catchThrowableOfType(PintleException.class, () -> render(text, values));
  }

  private static Table context(Map<String, Object> values) {
    return JavaValues.table(Map.of("Values", values));
  }

  private static Limits limits(long outputBytes, long steps) {
    return Limits.defaults()
        .with(Limit.OUTPUT_BYTES, outputBytes)
        .with(Limit.STEPS, steps)
        .with(Limit.CALL_DEPTH, 50)
        .with(Limit.RESULT_BYTES, 1 << 20);
  }

  private static void assertPlace(PintleException failure, Diagnostic.Kind kind, String file) {
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.getMessage()).isNotBlank();
    Diagnostic first = failure.diagnostics().get(0);
    assertThat(first.kind()).isEqualTo(kind);
    assertThat(first.position().file()).isEqualTo(file);
    assertThat(first.position().line()).isPositive();
  }

  private static void assertLimit(org.assertj.core.api.ThrowableAssert.ThrowingCallable rendering) {
    assertThatThrownBy(rendering)
        .isInstanceOfSatisfying(
            PintleException.class,
            failure ->
                assertThat(failure.diagnostics())
                    .extracting(Diagnostic::kind)
                    .contains(Diagnostic.Kind.LIMIT));
  }
}
