package dev.pintle.go.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to exhaust the stack or the memory end in an error that says what was too much. */
class HostileYamlTest {

  private static final int DEEP = 12_000;
  private static final long SMALL_STACK = 512 * 1024L;

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: ", "{? "})
  void deepNestingIsAnError(String opening) {
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> YamlReader.read(opening.repeat(DEEP)));
  }

  @Test
  void theLimitIsOnLevelsOfCollections() {
    ReadOptions options = ReadOptions.defaults().withLimits(3, 100);
    assertThat(YamlReader.read("[[[a]]]", options)).isInstanceOf(Sequence.class);
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> YamlReader.read("a:\n- b:\n  - c\n", options))
        .withMessage("error converting YAML to JSON: yaml: line 3: exceeded max depth of 3");
  }

  @Test
  void aliasesCannotPassTheLimitOnDepth() {
    ReadOptions options = ReadOptions.defaults().withLimits(3, 100);
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> YamlReader.read("a: &x [[b]]\nc: [[*x]]\n", options))
        .withMessageEndingWith("line 2: exceeded max depth of 3");
  }

  @Test
  void depthBeyondGosOwnLimitHasGosMessage() {
    ReadOptions options = ReadOptions.defaults().withLimits(Integer.MAX_VALUE, 100);
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> YamlReader.read("[".repeat(DEEP), options))
        .withMessage("error converting YAML to JSON: yaml: exceeded max depth of 10000");
  }

  @Test
  void readingTheDeepestNeedsLittleStack() throws InterruptedException {
    int levels = 9_000;
    String text = "[".repeat(levels) + "]".repeat(levels);
    ReadOptions options = ReadOptions.defaults().withLimits(levels, 100);
    assertThat(onSmallStack(() -> YamlReader.read(text, options))).isInstanceOf(Sequence.class);
  }

  @Test
  void valuesAtTheDefaultLimitCanBeCopiedAndFrozenOnASmallStack() throws InterruptedException {
    int levels = 498;
    String nested = "{a: ".repeat(levels) + "1" + "}".repeat(levels);
    Object table =
        onSmallStack(
            () ->
                YamlReader.readMap("x: &x " + nested + "\ny: *x\n", ReadOptions.of("values.yaml"))
                    .freeze());
    assertThat(table).isInstanceOf(Table.class);
  }

  private static Object onSmallStack(java.util.function.Supplier<Object> work)
      throws InterruptedException {
    AtomicReference<Object> result = new AtomicReference<>();
    Thread.UncaughtExceptionHandler keep = (thread, error) -> result.set(error);
    Thread thread = new Thread(null, () -> result.set(work.get()), "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler(keep);
    thread.start();
    thread.join();
    return result.get();
  }

  @Test
  void billionLaughsAreAnError() {
    StringBuilder text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      String alias = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
    }
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> YamlReader.read(text.toString()))
        .withMessage("error converting YAML to JSON: yaml: document contains excessive aliasing");
  }

  @Test
  void merelyManyAliasesAreFine() {
    String text = "a: &x {b: 1}\nc: [" + "*x, ".repeat(900) + "]\n";
    assertThat(((Sequence) YamlReader.readMap(text, ReadOptions.defaults()).get("c"))).hasSize(900);
  }

  @Test
  void howMuchAliasesRepeatCanBeLimited() {
    ReadOptions options = ReadOptions.defaults().withLimits(10, 5);
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> YamlReader.read("a: &x [1, 2]\nb: *x\nc: *x\n", options))
        .withMessageEndingWith("aliases stand for more than 5 values");
  }

  @Test
  void aDeepKeyInAnErrorNeedsNoMoreStackThanReading() throws InterruptedException {
    int levels = 400;
    String text = "? " + "[".repeat(levels) + "]".repeat(levels) + "\n: a\n";
    assertThat(onSmallStack(() -> YamlReader.read(text)))
        .isInstanceOf(YamlException.class)
        .asString()
        .contains("invalid map key: []interface {}{[]interface {}{");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "0x%s", "0o%s", "0%s", "0b%s", "-0b%s", "+%s"})
  void theTimeToReadANumberDoesNotGrowWithTheSquareOfItsLength(String form) {
    String number = form.formatted("1".repeat(1_000_000));
    assertThat(YamlReader.read(number)).isEqualTo(number);
    String zeros = form.formatted("0".repeat(1_000_000) + "1");
    assertThat(YamlReader.read(zeros)).isInstanceOfAny(Double.class, String.class);
  }

  @Test
  void aLongLineThatCouldStartAKeyIsReadInOnePass() {
    String text = "[" + "a, ".repeat(200_000) + "]";
    assertThat((Sequence) YamlReader.read(text)).hasSize(200_000);
  }
}
