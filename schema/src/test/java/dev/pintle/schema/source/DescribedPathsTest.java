package dev.pintle.schema.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedPathsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // schema                                                | path  | said something of?
        "{}                                                      | a     | no",
        "true                                                    | a     | no",
        "{'type': 'object'}                                      | a     | no",
        "{'properties': {'a': {}}}                               | a     | yes",
        "{'properties': {'a': true}}                             | a     | yes",
        "{'properties': {'a': {}}}                               | b     | no",
        "{'properties': {'a': {}}}                               | a b   | no",
        "{'properties': {'a': {'type': 'object'}}}               | a b   | yes",
        "{'properties': {'a': {'type': 'object', 'properties': {'c': {}}}}} | a b | no",
        "{'properties': {'a': {'properties': {'b': {}}}}}        | a b   | yes",
        "{'patternProperties': {'^a': {}}}                       | ab    | yes",
        "{'patternProperties': {'^a': {}}}                       | ba    | no",
        "{'patternProperties': {'(': {}}}                        | a     | yes",
        "{'additionalProperties': {'type': 'string'}}            | a     | yes",
        "{'additionalProperties': {'properties': {'b': {}}}}     | a b   | yes",
        "{'additionalProperties': true}                          | a     | no",
        "{'additionalProperties': false}                         | a     | no",
        "{'allOf': [{}, {'properties': {'a': {}}}]}              | a     | yes",
        "{'if': {}, 'then': {'properties': {'a': {}}}}           | a     | yes",
        "{'dependentSchemas': {'x': {'properties': {'a': {}}}}}  | a     | yes",
        "{'dependencies': {'x': ['a']}}                          | a     | no",
        "{'$ref': '#/$defs/x', '$defs': {'x': {'properties': {'a': {}}}}} | a | yes",
        "{'$ref': '#/none'}                                      | a     | no",
        "{'$ref': 'other.json'}                                  | a     | no",
        "{'$ref': '#'}                                           | a     | no",
        "{'properties': {'a': {'$ref': '#'}}}                    | a a a | yes",
      })
  void tellsWhatASchemaSpeaksOf(String schema, String path, String expected) {
    byte[] json = schema.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThat(
            DescribedPaths.of(json, new Budget(Limits.defaults(), "the schema"))
                .describes(List.of(path.split(" "))))
        .isEqualTo(expected.equals("yes"));
  }
}
