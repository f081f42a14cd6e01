package dev.pintle.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pintle.cli.CommandRun;
import dev.pintle.go.yaml.YamlReader;
import dev.pintle.limit.Budget;
import dev.pintle.limit.Limits;
import dev.pintle.schema.JsonSchemaValuesValidator;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import dev.pintle.values.TreePath;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What {@code pintle lint} finds beyond Helm, and the forms for machines. */
class LintReportsTest {

  private static final String OBJECTS = "src/test/resources/lint/objects/chart";
  private static final Path FORMS = Path.of("src/test/resources/lint-forms");
  private static final String SCHEMAS = "--kubernetes-schemas=1.34";

  @Test
  void checksObjectsAfterHelmsFindings() {
    CommandRun run = CommandRun.of("lint", SCHEMAS, OBJECTS);
    assertThat(run.out())
        .isEqualTo(
            """
            ==> Linting src/test/resources/lint/objects/chart
            [ERROR] templates/a.yaml:7:3: ConfigMap objects: data.count: got number, want null or string
            [WARNING] templates/a.yaml:10:1: Widget w: no schema is known of Widget of example.com/v1, so it is not checked

            """);
    assertThat(run.err()).isEqualTo("Error: 1 chart(s) linted, 1 chart(s) failed\n");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void warnsOfValuesThatNobodyReads() {
    CommandRun run = CommandRun.of("lint", "--warn", "--set", "unread=1", OBJECTS);
    assertThat(run.out()).contains("[WARNING] ").contains("unread");
    assertThat(run.status()).isZero();
    assertThat(CommandRun.of("lint", "--warn", "--strict", "--set", "unread=1", OBJECTS).status())
        .isEqualTo(1);
  }

  @Test
  void refusesAFormatThatItDoesNotKnow() {
    assertThat(CommandRun.of("lint", "--output", "yaml", OBJECTS).err())
        .startsWith("Error: invalid output format yaml: must be text, sarif or junit");
  }

  @Test
  void writesSarif() {
    CommandRun run = CommandRun.of("lint", "--output=sarif", SCHEMAS, OBJECTS);
    Table log = (Table) YamlReader.read(run.out());
    assertThat(log.keySet()).containsExactly("$schema", "runs", "version");
    assertThat(log.get("version")).isEqualTo("2.1.0");
    Table sarif = (Table) ((Sequence) log.get("runs")).get(0);
    Sequence rules = (Sequence) TreePath.of(List.of("tool", "driver", "rules")).in(sarif);
    List<Object> ids = rules.stream().map(rule -> ((Table) rule).get("id")).toList();
    Sequence results = (Sequence) sarif.get("results");
    assertThat(results).hasSize(2);
    for (Object item : results) {
      Table result = (Table) item;
      assertThat(result.keySet()).containsExactly("level", "locations", "message", "ruleId");
      assertThat(ids).contains(result.get("ruleId"));
      assertThat(result.get("level")).isIn("error", "warning", "note");
    }
    Table first = (Table) results.get(0);
    assertThat(first.get("ruleId")).isEqualTo("kubernetes-schema");
    TreePath place = TreePath.of(List.of("locations", 0, "physicalLocation"));
    assertThat(place.key("artifactLocation").key("uri").in(first))
        .isEqualTo(OBJECTS + "/templates/a.yaml");
    assertThat(place.key("region").key("startLine").in(first)).isEqualTo(7.0);
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void writesJUnit() throws Exception {
    CommandRun run = CommandRun.of("lint", "-o", "junit", "--strict", SCHEMAS, OBJECTS);
    Document xml =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(run.bytes()));
    Element suite = (Element) xml.getDocumentElement().getElementsByTagName("testsuite").item(0);
    assertThat(xml.getDocumentElement().getTagName()).isEqualTo("testsuites");
    assertThat(suite.getAttribute("name")).isEqualTo(OBJECTS);
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    Element failure = (Element) suite.getElementsByTagName("failure").item(1);
    assertThat(failure.getAttribute("type")).isEqualTo("WARNING");
    assertThat(((Element) failure.getParentNode()).getAttribute("name"))
        .isEqualTo("templates/a.yaml:10:1");
  }

  @Test
  void keepsToTheSchemasOfItsForms() throws Exception {
    List<String> charts =
        LintCasesTest.cases().map(name -> "src/test/resources/lint/" + name + "/chart").toList();

    Table sarif = (Table) YamlReader.read(run("sarif", charts).out());
    byte[] sarifSchema = Files.readAllBytes(FORMS.resolve("sarif.schema.json"));
    assertThat(
            new JsonSchemaValuesValidator()
                .validate(
                    sarifSchema,
                    sarif,
                    "sarif.schema.json",
                    new Budget(Limits.defaults(), "the schema"))
                .helmReport())
        .isEmpty();

    Validator junit =
        SchemaFactory.newDefaultInstance()
            .newSchema(FORMS.resolve("junit.xsd").toFile())
            .newValidator();
    junit.validate(new StreamSource(new ByteArrayInputStream(run("junit", charts).bytes())));
  }

  private static CommandRun run(String form, List<String> charts) {
    List<String> words = new ArrayList<>(List.of("lint", "--strict", "--output", form, SCHEMAS));
    words.addAll(charts);
    return CommandRun.of(words.toArray(String[]::new));
  }

  @Test
  void writesAPassedTestForAChartWithoutFaults() {
    assertThat(CommandRun.of("lint", "-o", "junit", "src/test/resources/lint/good/chart").out())
        .contains("tests=\"1\" failures=\"0\"")
        .contains("name=\"lint\"");
  }
}
