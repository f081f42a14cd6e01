package dev.pintle.values.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.diagnostic.PintleException;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** What holds for every text of a {@code --set} flag. */
class SetFlagPropertiesTest {

  private static final ValuesFileReader FILES =
      (name, within) -> name.getBytes(StandardCharsets.UTF_8);

  @Provide
  Arbitrary<String> syntax() {
    return Arbitraries.strings().withChars("ab=,.[]{}\\ 019-+\"ntrue:\u00e9\udc80").ofMaxLength(24);
  }

  @Property(tries = 2000)
  void everyTextIsTakenOrRefusedWithAMessage(@ForAll SetFlag flag, @ForAll("syntax") String text) {
    try {
      flag.apply(text, new Table(), FILES, Limits.defaults());
    } catch (PintleException e) {
      assertThat(e).hasMessageStartingWith("failed parsing " + flag.flag() + " data");
      assertThat(e.diagnostics()).hasSize(1);
    }
  }

  @Property
  void whatIsSetAsAStringIsThere(@ForAll @NotEmpty String key, @ForAll String value) {
    Table values = new Table();
    SetFlag.SET_STRING.apply(escaped(key) + "=" + escaped(value), values, FILES, Limits.defaults());
    assertThat(values.get(wellFormed(key))).isEqualTo(wellFormed(value));
  }

  @Property
  void aLiteralNeedsNoEscapes(@ForAll String value) {
    Table values = new Table();
    SetFlag.SET_LITERAL.apply("a.b=" + value, values, FILES, Limits.defaults());
    assertThat(values.get("a")).isInstanceOf(Table.class);
    assertThat(((Table) values.get("a")).get("b")).isEqualTo(wellFormed(value));
  }

  @Property
  void anIntegerStaysOne(@ForAll long number) {
    Table values = new Table();
    SetFlag.SET.apply("a=" + number, values, FILES, Limits.defaults());
    assertThat(values.get("a")).isEqualTo(number);
  }

  @Property
  void aListIsAsLongAsItsLargestIndex(
      @ForAll @IntRange(max = 300) int first, @ForAll @IntRange(max = 300) int second) {
    Table values = new Table();
    SetFlag.SET.apply("a[" + first + "]=x,a[" + second + "]=y", values, FILES, Limits.defaults());
    assertThat((Iterable<?>) values.get("a")).hasSize(Math.max(first, second) + 1);
  }

  @Property
  void settingTwiceIsSettingOnce(@ForAll("syntax") String text) {
    Table once = new Table();
    Table twice = new Table();
    try {
      SetFlag.SET.apply(text, once, FILES, Limits.defaults());
      SetFlag.SET.apply(text, twice, FILES, Limits.defaults());
    } catch (PintleException e) {
      return;
    }
    try {
      SetFlag.SET.apply(text, twice, FILES, Limits.defaults());
    } catch (PintleException typeChanged) {
      // "a.b=1,a=2" changes the type of a on the way; the second time there is no table any more.
      return;
    }
    assertThat(twice).isEqualTo(once);
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\=,.\\[\\]{}])", "\\\\$1");
  }

  /** Half a surrogate pair is no character for Go. */
  private static String wellFormed(String text) {
    return GoStrings.fromBytes(text.getBytes(StandardCharsets.UTF_8)).equals(text)
        ? text
        : text.codePoints()
            .map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}
