package dev.pintle.values.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values files, and the order in which they and the flags are merged. */
class UserValuesTest {

  private static ValuesFileReader files(Map<String, String> files) {
    return (name, within) -> {
      if (!files.containsKey(name)) {
        throw new IOException("open " + name + ": no such file or directory");
      }
      return files.get(name).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static String merged(UserValues values, Map<String, String> files) {
    return Notation.of(values.merge(files(files), Limits.defaults()));
  }

  @Test
  void laterFilesWinAndTablesAreMerged() {
    assertThat(
            merged(
                new UserValues().file("one").file("two"),
                Map.of("one", "a: {b: 1, c: 2}\nd: [1]", "two", "a: {c: 3}\nd: [2, 3]")))
        .isEqualTo("{\"a\":{\"b\":float64(1),\"c\":float64(3)},\"d\":[float64(2),float64(3)]}");
  }

  @Test
  void nullIsAValueThatWins() {
    assertThat(
            merged(
                new UserValues().file("one").file("two"),
                Map.of("one", "a: {b: 1}\nc: 1", "two", "a: null\nc: ~")))
        .isEqualTo("{\"a\":null,\"c\":null}");
  }

  @Test
  void theDocumentsOfAFileAreMergedInOrder() {
    assertThat(
            merged(
                new UserValues().file("one"),
                Map.of("one", "a: 1\n---\nb: 2\n--- # again\na: 3\n---\n")))
        .isEqualTo("{\"a\":float64(3),\"b\":float64(2)}");
  }

  @Test
  void flagsComeAfterFilesAndInHelmsOrderOfKinds() {
    UserValues values =
        new UserValues()
            .flag(SetFlag.SET_LITERAL, "e=literal")
            .flag(SetFlag.SET_FILE, "d=f,e=f")
            .flag(SetFlag.SET_STRING, "c=string,d=string")
            .flag(SetFlag.SET, "b=set,c=set")
            .flag(SetFlag.SET_JSON, "{\"a\":\"json\",\"b\":\"json\"}")
            .file("one");
    assertThat(merged(values, Map.of("one", "a: file", "f", "content")))
        .isEqualTo(
            "{\"a\":\"json\",\"b\":\"set\",\"c\":\"string\",\"d\":\"content\",\"e\":\"literal\"}");
  }

  @Test
  void ofOneKindOfFlagTheLastWins() {
    UserValues values = new UserValues().flag(SetFlag.SET, "a=1").flag(SetFlag.SET, "a=2");
    assertThat(merged(values, Map.of())).isEqualTo("{\"a\":int64(2)}");
  }

  @Test
  void tablesAreCopied() {
    Table given = new Table();
    given.put("a", new Table());
    UserValues values = new UserValues().table(given).flag(SetFlag.SET, "a.b=1");
    assertThat(merged(values, Map.of())).isEqualTo("{\"a\":{\"b\":int64(1)}}");
    assertThat(merged(values, Map.of())).isEqualTo("{\"a\":{\"b\":int64(1)}}");
    assertThat(Notation.of(given)).isEqualTo("{\"a\":{}}");
  }

  @Test
  void everyValueKnowsTheLineItCameFrom() {
    Table values =
        new UserValues()
            .file("one.yaml")
            .file("two.yaml")
            .merge(
                files(Map.of("one.yaml", "a:\n  b: 1\n  c: 2\n", "two.yaml", "a: {c: 3}")),
                Limits.defaults());
    Table a = (Table) values.get("a");
    assertThat(a.positionOf("b")).hasToString("one.yaml:2:3");
    assertThat(a.positionOf("c")).hasToString("two.yaml:1:5");
  }

  @Test
  void aFileThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> merged(new UserValues().file("x.yaml"), Map.of()))
        .isInstanceOf(PintleException.class)
        .hasMessage("open x.yaml: no such file or directory");
  }

  @Test
  void aFileThatIsNoMapIsAnError() {
    assertThatThrownBy(() -> merged(new UserValues().file("x.yaml"), Map.of("x.yaml", "- a")))
        .isInstanceOf(PintleException.class)
        .hasMessage(
            "failed to parse x.yaml: cannot unmarshal yaml document: error unmarshaling JSON:"
                + " while decoding JSON: json: cannot unmarshal array into Go value of type"
                + " map[string]interface {}");
  }
}
