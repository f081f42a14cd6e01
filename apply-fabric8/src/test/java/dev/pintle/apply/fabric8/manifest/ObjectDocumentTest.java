package dev.pintle.apply.fabric8.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents, and what the real Helm says of them. */
class ObjectDocumentTest {

  private record Row(String name, String document, String checked, String unchecked) {

    private static Row of(Object each) {
      Table row = (Table) each;
      return new Row(
          (String) row.get("name"),
          (String) row.get("document"),
          (String) row.get("checked"),
          (String) row.get("unchecked"));
    }

    private String fault(boolean checked) {
      Table tree = YamlReader.readMap(document, ReadOptions.of(name).withIntegers());
      return ObjectDocument.read(tree, checked).fault();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Row> rows() {
    try (InputStream in = ObjectDocumentTest.class.getResourceAsStream("documents.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ((Sequence) YamlReader.read(text)).stream().map(Row::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isReadAsHelmReadsIt(Row row) {
    assertThat(row.fault(true)).isEqualTo(row.checked());
    assertThat(row.fault(false)).isEqualTo(row.unchecked());
  }
}
