package dev.pintle.go.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.values.GoInt;
import dev.pintle.values.GoType;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations are what sigs.k8s.io/yaml 1.6.0 and its goyaml.v3 write. */
class YamlWriterTest {

  private static String write(Object value) throws YamlWriteException {
    return YamlWriter.write(value);
  }

  private static Table table(Object... keysAndValues) {
    Table table = new Table();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      table.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return table;
  }

  // In these tables a "~" stands for a blank that would be trimmed, and "^" for a line break.
  private static String shown(String text) {
    return text.replace(' ', '~').replace('\n', '^');
  }

  private static String meant(String text) {
    return text.replace('~', ' ').replace('^', '\n');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx",
        "nginx:1.25",
        "v1.2.3",
        "1.2.3",
        "10Gi",
        "100m",
        "/etc/config",
        "https://example.com:8080/a?b=c&d=e#f",
        "a b",
        "a:b",
        "a#b",
        "-a",
        "--flag=x",
        ":x",
        "?a",
        "it's",
        "a \"b\"",
        "C:\\dir",
        "$(VAR)",
        "<<",
        "=",
        "<a>&b</a>",
        "nan",
        "tRue",
        "0x",
        "0xG",
        "1:60",
        "2001-13-01",
        "2001-01-01T25:00:00Z",
        "1e999",
        "_1",
        "+a",
        "..",
        "gr\u00fcn",
      })
  void leavesPlainWhatIsReadAsTheSameText(String text) throws YamlWriteException {
    assertThat(write(text)).isEqualTo(text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yes",
        "No",
        "on",
        "y",
        "N",
        "true",
        "FALSE",
        "null",
        "~",
        "1",
        "-1",
        "0777",
        "08",
        "0x1F",
        "0b101",
        "0o17",
        "1_000",
        "1.5",
        ".5",
        "5.",
        "1e3",
        "+.5",
        ".inf",
        "-.Inf",
        ".NaN",
        "12:30",
        "190:20:30.15",
        "2001-01-01",
        "2001-1-1",
        "2001-01-01T00:00:00Z",
        "2001-01-01 10:00:00.5",
        "18446744073709551615",
      })
  void putsDoubleQuotesAroundWhatIsReadAsAnotherType(String text) throws YamlWriteException {
    assertThat(write(text)).isEqualTo("\"" + text + "\"\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "- a, '- a'",
        "-, '-'",
        ": x, ': x'",
        "a: b, 'a: b'",
        "a:, 'a:'",
        "a #b, 'a #b'",
        "# c, '# c'",
        "[a], '[a]'",
        "{{ x }}, '{{ x }}'",
        "*a, '*a'",
        "&a, '&a'",
        "!a, '!a'",
        "%a, '%a'",
        "@a, '@a'",
        "|, '|'",
        "`,`, `','`",
        "'a', '''a'''",
        "\"a\", '\"a\"'",
        "---, '---'",
        "` a`, ' a'",
        "`a `, 'a '",
      })
  void putsSingleQuotesWhereIndicatorsOrBlanksAreInTheWay(String text, String yaml)
      throws YamlWriteException {
    assertThat(write(text)).isEqualTo(yaml + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a\tb`, \"a\\tb\"",
        "`a\r\nb`, \"a\\r\\nb\"",
        "`a \nb`, \"a \\nb\"",
        "`a\n `, \"a\\n \"",
        "`\u0000\u0007\u001b`, \"\\0\\a\\e\"",
        "a\u2028\tb, \"a\\L\\tb\"",
        "\ud83d\ude80, \"\\U0001F680\"",
        "a\ufeffb, \"a\\uFEFFb\"",
        "\ufeffab, \"\\uFEFF\\x61\\x62\"",
      })
  void escapesInDoubleQuotes(String text, String yaml) throws YamlWriteException {
    assertThat(write(text)).isEqualTo(yaml + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "a^, |^~~a^",
    "a, a^",
    "a^b, |-^~~a^~~b^",
    "a^^, |+^~~a^^",
    "a^^b^, |^~~a^^~~b^",
    "~~a^b^, |2^~~~~a^~~b^",
    "^a, |2-^^~~a^",
    "^, |2+^^",
    "a^~~b, |-^~~a^~~~~b^",
  })
  void writesSeveralLinesAsLiteral(String text, String yaml) throws YamlWriteException {
    assertThat(shown(write(meant(text)))).isEqualTo(yaml);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1.5, 1.5",
    "1000000, 1000000",
    "1e15, 1000000000000000",
    "9223372036854775807, 9223372036854776000",
    "-9223372036854775808, -9.223372036854776e+18",
    "1e19, 10000000000000000000",
    "1e20, 1e+20",
    "1e21, 1e+21",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "1234567.5, 1.2345675e+06",
  })
  void writesFloatsAsWhatTheirJsonIsReadAs(double value, String yaml) throws YamlWriteException {
    assertThat(write(value)).isEqualTo(yaml + "\n");
  }

  @Test
  void writesOtherScalars() throws YamlWriteException {
    assertThat(write(null)).isEqualTo("null\n");
    assertThat(write(true)).isEqualTo("true\n");
    assertThat(write(7L)).isEqualTo("7\n");
    assertThat(write(GoInt.of(-7))).isEqualTo("-7\n");
    assertThat(write(new byte[] {1, 2, 3})).isEqualTo("AQID\n");
    assertThat(write(GoStrings.fromBytes(new byte[] {'a', (byte) 0xff}))).isEqualTo("a\ufffd\n");
  }

  @Test
  void doesNotIndentListsInMaps() throws YamlWriteException {
    Table value =
        table(
            "args", Sequence.of("a", "b"),
            "containers", Sequence.of(table("env", Sequence.of(table("n", "v")), "name", "x")),
            "empty", Sequence.empty(),
            "matrix", Sequence.of(Sequence.of(1L, 2L), Sequence.of(), Sequence.of(table())),
            "none", new Table(),
            "nothing", null,
            "text", "a\nb\n");
    assertThat(write(value))
        .isEqualTo(
            """
            args:
            - a
            - b
            containers:
            - env:
              - "n": v
              name: x
            empty: []
            matrix:
            - - 1
              - 2
            - []
            - - {}
            none: {}
            nothing: null
            text: |
              a
              b
            """);
  }

  @Test
  void indentsListsInItsPrettyForm() throws YamlWriteException {
    Table value =
        table(
            "args",
            Sequence.of("a", Sequence.of(1L, 2.0)),
            "containers",
            Sequence.of(table("env", Sequence.of(table("n", "v")), "name", "x")),
            "empty",
            Sequence.empty(),
            "float",
            1000000.0,
            "inf",
            Double.POSITIVE_INFINITY,
            "bytes",
            new byte[] {1, (byte) 0xff},
            "tab",
            "a\tb",
            "tabs",
            "a\n\tb\n");
    assertThat(YamlWriter.writePretty(value))
        .isEqualTo(
            """
            args:
              - a
              - - 1
                - 2
            bytes:
              - 1
              - 255
            containers:
              - env:
                  - "n": v
                name: x
            empty: []
            float: 1e+06
            inf: .inf
            tab: "a\\tb"
            tabs: |
              a
              \tb
            """);
  }

  @Test
  void writesBytesThatAreNoTextInBase64InItsPrettyForm() throws YamlWriteException {
    String bytes = GoStrings.fromBytes(new byte[] {(byte) 0x80, (byte) 0x81});
    assertThat(YamlWriter.writePretty(table("a", bytes))).isEqualTo("a: !!binary gIE=\n");
    assertThat(YamlWriter.writePretty(Sequence.of(bytes.repeat(40))))
        .isEqualTo(
            "- !!binary |\n"
                + "  gIGAgYCBgIGAgYCBgIGAgYCBgIGAgYCBgIGAgYCBgIGAgYCBgIGAgYCBgIGAgYCBgIGAgY\n"
                + "  CBgIGAgYCBgIGAgYCBgIGAgYCBgIGAgYCBgIE=\n");
  }

  @Test
  void sortsNumbersInKeysByValueAndLettersLast() throws YamlWriteException {
    Table value = new Table();
    for (String key : new String[] {"a10", "a2", "a-1", "a.b", "B", "b", "_", "01", "1", "aB"}) {
      value.put(key, 0L);
    }
    assertThat(write(value).replace(": 0\n", " "))
        .isEqualTo("_ \"1\" \"01\" B a-1 a.b a2 a10 aB b ");
    assertThat(YamlWriter.writePretty(table("a1b", 1L, "a1-", 2L))).isEqualTo("a1b: 1\na1-: 2\n");
    assertThat(write(table("a1b", 1L, "a1-", 2L))).isEqualTo("a1-: 2\na1b: 1\n");
  }

  @Test
  void putsAQuestionMarkBeforeKeysThatAreLongOrHaveLines() throws YamlWriteException {
    String key = "k".repeat(128);
    assertThat(write(table(key, 1L))).isEqualTo(key + ": 1\n");
    assertThat(write(table(key + "k", Sequence.of("v")))).isEqualTo("? " + key + "k\n: - v\n");
    assertThat(write(table("a\nb", table("c", 1L)))).isEqualTo("? |-\n  a\n  b\n: c: 1\n");
  }

  @Test
  void foldsLongLinesOutsideOfKeys() throws YamlWriteException {
    String words = "0123456789 ".repeat(9).trim();
    assertThat(write(table("a", words, words, 1L)))
        .isEqualTo(
            """
            0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789: 1
            a: 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789
              0123456789
            """);
    assertThat(write(words + ": "))
        .isEqualTo(
            """
            '0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789
              0123456789: '
            """);
    assertThat(write("0123456789 ".repeat(8) + " \tx"))
        .isEqualTo(
            """
            "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789
              \\ \\tx"
            """);
    assertThat(YamlWriter.writePretty(words)).isEqualTo(words + "\n");
  }

  @Test
  void losesTheNextLineCharacterOnTheWayThroughJson() throws YamlWriteException {
    assertThat(write("a \u0085 b")).isEqualTo("a b\n");
    assertThat(write("a\u0085\u0085b")).isEqualTo("|-\n  a\n  b\n");
    assertThat(YamlWriter.writePretty("a\u0085b")).isEqualTo("\"a\\Nb\"\n");
  }

  @Test
  void refusesWhatDoesNotComeThroughJson() {
    assertRefused("\u007f", "yaml: control characters are not allowed");
    assertRefused(table("k".repeat(1023), 1L), "yaml: did not find expected ',' or '}'");
    assertRefused(
        table("a", Double.NaN), "error marshaling into JSON: json: unsupported value: NaN");
    Table itself = new Table();
    itself.put("self", itself);
    assertRefused(
        itself,
        "error marshaling into JSON: json: unsupported value: encountered a cycle via"
            + " map[string]interface {}");
    assertRefused(
        table("v", itself.as(GoType.VALUES)),
        "error marshaling into JSON: json: unsupported value: encountered a cycle via"
            + " map[string]interface {}");
  }

  private static void assertRefused(Object value, String message) {
    assertThatExceptionOfType(YamlWriteException.class)
        .isThrownBy(() -> YamlWriter.write(value))
        .withMessage(message);
  }

  @Test
  void writesTenThousandLevelsAndNoMore() throws JsonException, YamlWriteException {
    Object deep = JsonReader.read("[".repeat(10_000) + "]".repeat(10_000));
    assertThat(write(deep)).isEqualTo("- ".repeat(9_999) + "[]\n");
    assertRefused(Sequence.of(deep), "yaml: exceeded max depth of 10000");
  }

  @Test
  void writesNilAsNullUnlessPretty() throws YamlWriteException {
    Object value = Sequence.of(Table.nil(GoType.MAP), Sequence.nil(GoType.LIST));
    assertThat(write(value)).isEqualTo("- null\n- null\n");
    assertThat(YamlWriter.writePretty(value)).isEqualTo("- {}\n- []\n");
  }

  @Test
  void keepsTheLastOfKeysThatJsonMakesEqual() throws YamlWriteException {
    Table value = table("\udc80", 1L, "\udcff", 2L, "a", 3L);
    assertThat(write(value)).isEqualTo("\ufffd: 2\na: 3\n");
  }
}
