package dev.pintle.go.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read as the value that it was. */
class YamlRoundTripTest {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void readingGivesBackWhatWasWritten(@ForAll("values") Object value) throws YamlWriteException {
    assertThat(YamlReader.read(YamlWriter.write(value))).isEqualTo(value);
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            texts(),
            Arbitraries.doubles().map(Double::valueOf),
            Arbitraries.of(true, false),
            Arbitraries.integers().map(Integer::doubleValue));
    return Arbitraries.recursive(() -> scalars.map(Object.class::cast), this::containers, 0, 3);
  }

  private Arbitrary<Object> containers(Arbitrary<Object> inner) {
    return Arbitraries.oneOf(
        inner,
        inner.list().ofMaxSize(3).map(Sequence::copyOf),
        Arbitraries.maps(texts(), inner).ofMaxSize(3).map(YamlRoundTripTest::table));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab 01.-:#'\"\n\t[]{}&*!|>%@`?,_~").ofMaxLength(12),
        Arbitraries.of("yes", "null", "1_000", "0x1F", "2001-01-01", "12:30", "~", "- a", "a: b"),
        Arbitraries.strings().withChars("word ").ofMinLength(70).ofMaxLength(200));
  }

  private static Table table(Map<String, Object> entries) {
    Table table = new Table();
    table.putAll(entries);
    return table;
  }
}
