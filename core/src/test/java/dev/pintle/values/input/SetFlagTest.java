package dev.pintle.values.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@code --set} family; the rows of {@code set-flags.txt} were made by Helm. */
class SetFlagTest {

  private static final ValuesFileReader NO_FILES =
      (name, within) -> {
        throw new IOException("open " + name + ": no such file or directory");
      };

  static Stream<Arguments> rows() throws IOException {
    try (InputStream in = SetFlagTest.class.getResourceAsStream("set-flags.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ; ", 3))
          .map(cells -> Arguments.of(cells[0].trim(), cells[1].trim(), cells[2].trim()));
    }
  }

  private static SetFlag flag(String name) {
    return Arrays.stream(SetFlag.values()).filter(f -> f.flag().equals(name)).findFirst().get();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("rows")
  void makesOfATextWhatHelmMakesOfIt(String flag, String text, String expected) {
    Table values = new Table();
    String found;
    try {
      flag(flag).apply(text, values, NO_FILES, Limits.defaults());
      found = Notation.of(values);
    } catch (PintleException e) {
      found = "! " + e.getMessage();
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void setsIntoWhatIsThere() {
    Table values = new Table();
    SetFlag.SET_JSON.apply("a={\"b\":[1,{\"c\":2}],\"d\":3}", values, NO_FILES, Limits.defaults());
    SetFlag.SET.apply("a.b[1].c=x,a.e=y", values, NO_FILES, Limits.defaults());
    assertThat(Notation.of(values))
        .isEqualTo("{\"a\":{\"b\":[float64(1),{\"c\":\"x\"}],\"d\":float64(3),\"e\":\"y\"}}");
  }

  @Test
  void takesTheContentOfAFileAsItIs() {
    Table values = new Table();
    ValuesFileReader files =
        (name, within) -> ("content of " + name + "\n").getBytes(StandardCharsets.UTF_8);
    SetFlag.SET_FILE.apply("a=x.txt,b={y,z}", values, files, Limits.defaults());
    assertThat(Notation.of(values))
        .isEqualTo(
            "{\"a\":\"content of x.txt\\n\",\"b\":[\"content of y\\n\",\"content of z\\n\"]}");
  }

  @Test
  void saysWhichFileIsNotThere() {
    PintleException e =
        catchThrowableOfType(
            PintleException.class,
            () -> SetFlag.SET_FILE.apply("a=x.txt", new Table(), NO_FILES, Limits.defaults()));
    assertThat(e)
        .hasMessage("failed parsing --set-file data: open x.txt: no such file or directory");
  }

  @Test
  void marksEachValueWithItsFlag() {
    Table values = new Table();
    SetFlag.SET.apply("a.b=1", values, NO_FILES, Limits.defaults());
    SetFlag.SET_JSON.apply("c={\"d\":1}", values, NO_FILES, Limits.defaults());
    assertThat(((Table) values.get("a")).positionOf("b")).hasToString("--set");
    assertThat(((Table) values.get("c")).positionOf("d")).hasToString("--set-json");
  }

  @Test
  void saysWhereInTheTextTheFaultIs() {
    PintleException e =
        catchThrowableOfType(
            PintleException.class,
            () -> SetFlag.SET.apply("a=1,b[x]=2", new Table(), NO_FILES, Limits.defaults()));
    Diagnostic finding = e.diagnostics().get(0);
    assertThat(finding.kind()).isEqualTo(Diagnostic.Kind.SET_FLAG);
    assertThat(finding.revealed().sourceLine()).isEqualTo("a=1,b[x]=2");
    assertThat(finding.position()).hasToString("--set:1:9");
  }

  @Test
  void refusesToCopyALongListForEachOfItsItems() {
    String text = "a[65536]=1" + ",a[1]=1".repeat(2_000);
    PintleException e =
        catchThrowableOfType(
            PintleException.class,
            () -> SetFlag.SET.apply(text, new Table(), NO_FILES, Limits.defaults()));
    assertThat(e).hasMessageContaining("copies more than the limit of 100000000 items");
  }

  @Test
  void fillsAListItemByItem() {
    int items = 12_000;
    StringBuilder text = new StringBuilder("a[0]=x");
    for (int i = 1; i < items; i++) {
      text.append(",a[").append(i).append("]=x");
    }
    Table values = new Table();
    SetFlag.SET.apply(text.toString(), values, NO_FILES, Limits.defaults());
    assertThat((Iterable<?>) values.get("a")).hasSize(items);
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    String brackets = "a" + "[0]".repeat(100_000) + "=1";
    String json = "a=" + "[".repeat(100_000);
    for (SetFlag flag : SetFlag.values()) {
      String text = flag == SetFlag.SET_JSON ? json : brackets;
      PintleException e =
          catchThrowableOfType(
              PintleException.class,
              () -> flag.apply(text, new Table(), NO_FILES, Limits.defaults()));
      assertThat(e).hasMessageStartingWith("failed parsing " + flag.flag() + " data");
    }
  }
}
