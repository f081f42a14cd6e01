package dev.pintle.apply.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.FieldDifference;
import dev.pintle.go.yaml.ReadOptions;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.values.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever form a Secret has, no value of it is shown. */
class SecretValuesTest {

  private static final String HEAD = "apiVersion: v1\nkind: Secret\n";

  private static Table read(String yaml) {
    return YamlReader.readMap(yaml, ReadOptions.of("x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {a: hunter2}",
        "stringData: {a: hunter2, b: {c: hunter2}}",
        "data: hunter2",
        "stringData: [hunter2]",
        "metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration: '{hunter2}'}}",
        "items: [{apiVersion: v1, kind: Secret, data: {a: hunter2}}]",
        "items: [1, {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Secret, data:"
            + " hunter2}]}]"
      })
  void areMasked(String rest) {
    for (String head : new String[] {HEAD, HEAD.replace("Secret", "SecretList")}) {
      if (head.equals(HEAD) || rest.startsWith("items")) {
        Table object = read(head + rest);
        assertThat(SecretValues.masked(object, null).toString())
            .contains("***")
            .doesNotContain("hunter2");
        assertThat(object.toString()).contains("hunter2");
      }
    }
  }

  @Test
  void whatIsNoSecretIsShown() {
    Table object = read("apiVersion: v1\nkind: ConfigMap\ndata: {a: b}");
    assertThat(SecretValues.masked(object, null)).isSameAs(object);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data | true",
        "data.a | true",
        "stringData[x/y] | true",
        "items[0].data.a | true",
        "metadata.annotations[kubectl.kubernetes.io/last-applied-configuration] | true",
        "type | false",
        "metadata.labels.data | false",
        "database | false"
      })
  void fieldsAreMasked(String path, boolean masked) {
    FieldDifference shown =
        SecretValues.masked(new FieldDifference(path, "hunter1", "hunter2", "", null));
    assertThat(shown.toString().contains("hunter")).isEqualTo(!masked);
  }
}
