package dev.pintle.release.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.yaml.Expectations;
import dev.pintle.values.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table is among the resources of {@code dev.pintle.go.yaml}. */
class ManifestHeadReaderTest {

  static List<Expectations.Row> heads() {
    return Expectations.of("heads");
  }

  @ParameterizedTest
  @MethodSource("heads")
  void readsHeadsAsHelmDoes(Expectations.Row row) {
    assertThat(row.resultOf(ManifestHeadReaderTest::read)).isEqualTo(row.result());
  }

  private static Table read(String document) {
    ManifestHead head = ManifestHeadReader.read(document);
    Table annotations = new Table();
    head.annotations().forEach(annotations::put);
    Table table = new Table();
    table.put("apiVersion", head.apiVersion());
    table.put("kind", head.kind());
    table.put("name", head.name());
    table.put("annotations", annotations);
    return table;
  }
}
