package dev.pintle.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import dev.pintle.validate.ValuesValidator.Report;
import dev.pintle.values.Table;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever schema meets whatever values: a report comes out of it, and nothing else. */
class SchemaFuzzTest {

  private static final String WITH = "\n<=== ";
  private static final Limits LIMITS =
      Limits.defaults().with(Limit.SCHEMA_REFERENCE_DEPTH, 50).with(Limit.SCHEMA_REFERENCES, 2_000);

  private final JsonSchemaValuesValidator validator =
      new JsonSchemaValuesValidator(SchemaResolver.NONE);

  static Stream<byte[]> schemas() throws IOException {
    return HelmReportsTest.cases()
        .map(row -> row.schema() + WITH + row.values())
        .map(GoStrings::toBytes);
  }

  @MethodSource("schemas")
  @FuzzTest
  void reportsOnAnySchema(byte[] data) {
    String input = GoStrings.fromBytes(data);
    int with = input.lastIndexOf(WITH);
    String schema = with < 0 ? input : input.substring(0, with);
    Table values = values(with < 0 ? "{}" : input.substring(with + WITH.length()));
    Report report =
        validator.validate(
            GoStrings.toBytes(schema),
            values,
            "values.schema.json",
            new Budget(LIMITS, "the schema"));
    if (!report.isValid()) {
      assertThat(report.diagnostics()).isNotEmpty();
      assertThat(report.diagnostics())
          .allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    }
  }

  private static Table values(String json) {
    try {
      return JsonReader.read(json) instanceof Table table ? table : new Table();
    } catch (JsonException noValues) {
      return new Table();
    }
  }
}
