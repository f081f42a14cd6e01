package dev.pintle.render.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.limit.Limits;
import dev.pintle.render.function.standard.StandardFunctions;
import dev.pintle.template.ClusterReader;
import dev.pintle.template.Execution;
import dev.pintle.template.RandomSource;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would take the memory of the process ends in an error instead. */
class FunctionLimitsTest {

  private final Functions functions = StandardFunctions.all();

  private Object call(String name, Object... arguments) {
    return functions.find(name).body().call(Execution.standard(), arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repeat 300000000 \"ab\"",
        "repeat 9223372036854775807 \"ab\"",
        "until 300000000",
        "until -9223372036854775808",
        "untilStep -9223372036854775808 9223372036854775807 1",
        "untilStep 0 9223372036854775807 1000000",
        "seq 300000000",
        "seq 1 1 9223372036854775806",
        "indent 300000000 \"a\"",
        "nindent 60000000 \"a\\nb\""
      })
  void hugeResultsAreRefused(String call) {
    assertThatThrownBy(() -> CallTable.outcome(call))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("the limit is");
  }

  @Test
  void replacementsAndLineBreaksAreCounted() {
    String large = "a".repeat(1 << 20);
    assertThatThrownBy(() -> call("replace", "a", large, large)).isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> call("replace", "", large, large)).isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> call("wrapWith", dev.pintle.values.GoInt.of(1), large, large))
        .isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> call("join", large, Sequence.of((Object[]) large.split(""))))
        .isInstanceOf(LimitException.class);
  }

  @Test
  void whatGrowsWithEachCallIsCounted() {
    Object text = "abc";
    Object list = Sequence.of("a");
    Object nested = Sequence.of("a");
    for (int i = 0; i < 22; i++) {
      text = call("cat", text, text);
      list = call("concat", list, i < 21 ? list : Sequence.empty());
      nested = call("list", nested, nested);
    }
    Object longText = text;
    Object longList = list;
    Object large = nested;
    assertThatThrownBy(
            () -> call("cat", longText, longText, longText, longText, longText, longText))
        .isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> call("concat", longList, longList, longList))
        .isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> call("splitList", "", longText)).isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> call("deepCopy", large)).isInstanceOf(LimitException.class);
  }

  @Test
  void aMapInsideItselfIsTooDeep() {
    Table map = new Table();
    map.put("self", map);
    Table other = new Table();
    other.put("self", other);
    for (String name : new String[] {"merge", "mergeOverwrite", "deepEqual"}) {
      assertThatThrownBy(() -> call(name, map, other))
          .as(name)
          .isInstanceOf(LimitException.class)
          .hasMessage("a value is nested more than 1000 deep");
    }
    assertThatThrownBy(() -> call("deepCopy", map)).isInstanceOf(LimitException.class);
    assertThat(call("deepEqual", map, map)).isEqualTo(true);
  }

  /** What would take hours if each place of the text were compared with all of the part. */
  @Test
  void nearMissesCostNoMoreThanTheLengthOfTheText() {
    String text = "a".repeat(16 << 20);
    String part = "a".repeat(8 << 20) + "b";
    assertThat(call("contains", part, text)).isEqualTo(false);
    assertThat(call("contains", part + "\uDC80", text)).isEqualTo(false);
    assertThat(call("replace", part, "x", text)).isEqualTo(text);
    assertThat(call("splitList", part, text)).isEqualTo(Sequence.ofType(GoType.STRING_LIST, text));
    assertThat(call("trimAll", "b".repeat(1 << 20) + "a", text)).isEqualTo("");
    assertThat((String) call("printf", "%[d".repeat(1 << 20))).startsWith("%!d(BADINDEX)");
  }

  @Test
  void comparisonsOfLongTextsAreCounted() {
    String text = "a".repeat(1 << 16);
    String longer = text + "b";
    Object[] items = new Object[5_000];
    for (int i = 0; i < items.length; i++) {
      items[i] = i % 2 == 0 ? text : longer;
    }
    Sequence list = Sequence.of(items);
    for (String name : List.of("sortAlpha", "uniq")) {
      assertThatThrownBy(() -> functions.find(name).body().call(impatient(), new Object[] {list}))
          .as(name)
          .hasMessage("rendering took more than 1000000 steps");
    }
    Object[] hasText = {"a".repeat((1 << 16) - 1) + "c", list};
    assertThatThrownBy(() -> functions.find("has").body().call(impatient(), hasText))
        .hasMessage("rendering took more than 1000000 steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"toString", "quote", "squote", "cat", "join", "toStrings", "sortAlpha"})
  void textsOfValuesObeyTheLimitOfTheExecution(String name) {
    Execution strict = execution(Limits.defaults().with(Limit.RESULT_BYTES, 1_000));
    Sequence list = Sequence.of((Object[]) "x".repeat(600).split(""));
    Object values = Sequence.of(list, list);
    Object[] arguments = name.equals("join") ? new Object[] {"", values} : new Object[] {values};
    assertThatThrownBy(() -> functions.find(name).body().call(strict, arguments))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("the limit is 1000");
  }

  private static Execution impatient() {
    return execution(Limits.defaults().with(Limit.STEPS, 1_000_000));
  }

  private static Execution execution(Limits limits) {
    return new Execution(
        limits,
        InstantSource.system(),
        ZoneId.of("UTC"),
        RandomSource.seeded(1),
        ClusterReader.none(),
        false);
  }
}
