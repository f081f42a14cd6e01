package dev.pintle.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.go.strings.GoStrings;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.values.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is twice as large takes twice the work. */
class SchemaGrowthTest {

  static List<HostileSchemas> linear() {
    return HostileSchemas.linear();
  }

  @ParameterizedTest
  @MethodSource("linear")
  void growsInProportion(HostileSchemas kind) throws JsonException {
    steps(kind, 1); // metaschemas are compiled for no one
    long before = steps(kind, 250);
    for (int size = 500; size <= 2_000; size *= 2) {
      long after = steps(kind, size);
      assertThat(after).as("%d of %s", size, kind).isBetween(before, before * 9 / 4);
      before = after;
    }
  }

  private static long steps(HostileSchemas kind, int size) throws JsonException {
    Budget budget = new Budget(Limits.defaults(), "checking the values");
    Table values = (Table) JsonReader.read(kind.values().apply(size));
    byte[] schema = GoStrings.toBytes(kind.schema().apply(size));
    new JsonSchemaValuesValidator().validate(schema, values, "values.schema.json", budget);
    return budget.steps();
  }
}
