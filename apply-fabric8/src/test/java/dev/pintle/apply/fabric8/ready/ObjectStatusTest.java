package dev.pintle.apply.fabric8.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.go.json.JsonException;
import dev.pintle.go.json.JsonReader;
import dev.pintle.values.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the rules to kstatus: each case is an object, and what kstatus (fluxcd/cli-utils 1.2.1,
 * which Helm 4.2.4 uses) says of it; one for each thing it can say of each kind.
 */
class ObjectStatusTest {

  static Stream<Named<Table>> cases() throws IOException {
    try (InputStream in = ObjectStatusTest.class.getResourceAsStream("/kstatus-cases.jsonl")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .map(ObjectStatusTest::read)
          .map(
              each ->
                  Named.of(
                      Fields.text(Fields.table(each, "object"), "kind")
                          + ": "
                          + Fields.text(each, "message"),
                      each));
    }
  }

  private static Table read(String json) {
    try {
      return (Table) JsonReader.read(json);
    } catch (JsonException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatKstatusSays(Table example) {
    ObjectStatus status = ObjectStatus.of(Fields.table(example, "object"), Instant.now());
    assertThat(status.status().kstatusName()).isEqualTo(Fields.text(example, "status"));
    assertThat(status.message()).isEqualTo(Fields.text(example, "message"));
  }

  @Test
  void jobsCanBeAskedToComplete() {
    Table running =
        read("{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"status\":{\"startTime\":\"now\"}}");
    assertThat(ReadinessRule.READY.status(running, Instant.now()).message())
        .startsWith("Job in progress. success:0");
    assertThat(ReadinessRule.READY_AND_JOBS_DONE.status(running, Instant.now()))
        .isEqualTo(ObjectStatus.inProgress("Job in progress"));
  }

  @Test
  void hooksOfOtherKindsOnlyHaveToBeThere() {
    Table deployment = read("{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\"}");
    assertThat(ReadinessRule.HOOK_DONE.status(deployment, Instant.now()))
        .isEqualTo(ObjectStatus.current("Resource is current"));
  }
}
