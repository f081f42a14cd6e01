package dev.pintle.schema.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.Diagnostic.Kind;
import dev.pintle.diagnostic.Hint;
import dev.pintle.diagnostic.PintleException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects against the schemas of Kubernetes' own API. */
class KubernetesSchemasTest {

  private static final KubernetesSchemas STRICT = KubernetesSchemas.version("1.34").strict();
  private static final KubernetesSchemas LENIENT = KubernetesSchemas.version("v1.34.2");

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        labels: {app: web}
        annotations: null
      spec:
        replicas: 2
        selector:
          matchLabels: {app: web}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - name: web
                image: web:1
                args: [a, null]
                ports:
                  - containerPort: 8080
                livenessProbe:
                  httpGet: {path: /, port: http}
                resources:
                  limits: {cpu: 1, memory: 1Gi}
      """;

  @Test
  void takesAnObjectThatIsRight() {
    assertThat(STRICT.validate(RenderedObject.release(DEPLOYMENT))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void hasTheSchemasOfEachVersion(String version) {
    KubernetesSchemas schemas = KubernetesSchemas.version(version).strict();
    assertThat(schemas.validate(RenderedObject.release(DEPLOYMENT))).isEmpty();
    String wrong = DEPLOYMENT.replace("replicas: 2", "replicas: two");
    assertThat(schemas.validate(RenderedObject.release(wrong))).hasSize(1);
  }

  static List<String> versions() {
    return KubernetesSchemas.versions();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is replaced   | by what                  | line | what is said
        "replicas: 2          | replicas: two            | 8  | spec.replicas: got string, want"
            + " null or integer",
        "replicas: 2          | replicas: 2.5            | 8  | spec.replicas: got number, want"
            + " null or integer",
        "replicas: 2          | replica: 2               | 8  | unknown field spec.replica",
        "image: web:1         | image: 1                 | 17 |"
            + " spec.template.spec.containers[0].image: got number, want null or string",
        "name: web\\n          | nam: web\\n               | 4  | unknown field metadata.nam",
        "selector:            | strategy:                | 7  | spec: missing property 'selector'",
        "selector:\\n"
            + "          | selector: null\\n"
            + "  paused:\\n"
            + " | 9  | spec.selector: got null, want object",
        "labels: {app: web}   | labels: {app.k8s.io/x: 1} | 5  | metadata.labels[\"app.k8s.io/x\"]:"
            + " got number, want null or string",
        "port: http           | port: true               | 22 |"
            + " spec.template.spec.containers[0].livenessProbe.httpGet.port: got boolean, want"
            + " integer or string",
        "memory: 1Gi          | memory: [1]              | 24 |"
            + " spec.template.spec.containers[0].resources.limits.memory: got array, want null or"
            + " number or string",
        "[a, null]            | a                        | 18 |"
            + " spec.template.spec.containers[0].args: got string, want null or array",
        "replicas: 2          | replicas: 2\\n"
            + "  replicas: 3 | 9 | key \"replicas\" already set in map"
      })
  void saysWhatIsWrongAndWhere(String part, String by, int line, String message) {
    String text = DEPLOYMENT.replaceFirst(quoted(part), by.replace("\\n", "\n"));
    List<Diagnostic> found = STRICT.validate(RenderedObject.release(text));
    assertThat(found)
        .extracting(Diagnostic::message)
        .anySatisfy(m -> assertThat(m).endsWith(message));
    Diagnostic finding =
        found.stream().filter(f -> f.message().endsWith(message)).findFirst().orElseThrow();
    assertThat(finding.kind()).isEqualTo(Kind.OBJECT_SCHEMA);
    assertThat(finding.position().file()).isEqualTo("c/templates/x.yaml (rendered)");
    assertThat(finding.position().line()).isEqualTo(line);
    assertThat(finding.revealed().sourceLine()).isEqualTo(text.lines().toList().get(line - 1));
  }

  private static String quoted(String part) {
    return java.util.regex.Pattern.quote(part.replace("\\n", "\n"));
  }

  @Test
  void letsUnknownFieldsAndRepeatedKeysPassUnlessStrict() {
    String text = DEPLOYMENT.replace("replicas: 2", "replica: 2\n  replica: 3");
    assertThat(LENIENT.validate(RenderedObject.release(text))).isEmpty();
  }

  @Test
  void guessesWhichFieldWasMeant() {
    String text = DEPLOYMENT.replace("replicas: 2", "replica: 2");
    assertThat(only(STRICT, text).hints()).containsExactly(new Hint.DidYouMean("replicas", null));
  }

  @Test
  void namesTheApiVersionThatHasAKind() {
    Diagnostic finding =
        only(LENIENT, "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}");
    assertThat(finding.kind()).isEqualTo(Kind.OBJECT_SCHEMA);
    assertThat(finding.message())
        .isEqualTo(
            "PodDisruptionBudget a: Kubernetes 1.34 has no PodDisruptionBudget of policy/v1beta1");
    assertThat(finding.position().line()).isEqualTo(1);
    assertThat(finding.hints()).containsExactly(new Hint.DidYouMean("policy/v1", null));
  }

  @Test
  void namesAKindThatWasPerhapsMeant() {
    Diagnostic finding = only(LENIENT, "apiVersion: apps/v1\nkind: Deploiment\n");
    assertThat(finding.position().line()).isEqualTo(2);
    assertThat(finding.hints()).containsExactly(new Hint.DidYouMean("Deployment", null));
  }

  @Test
  void reportsKindsThatItCannotCheck() {
    Diagnostic finding = only(STRICT, "apiVersion: example.com/v1\nkind: Widget\n");
    assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN_KIND);
    assertThat(finding.message())
        .isEqualTo("Widget: no schema is known of Widget of example.com/v1, so it is not checked");
  }

  @ParameterizedTest
  @CsvSource({"'apiVersion: v1',it has no kind", "'kind: Pod',Pod: it has no apiVersion"})
  void wantsATypeOfEachObject(String text, String message) {
    assertThat(only(LENIENT, text).message()).isEqualTo(message);
  }

  @Test
  void passesOverEmptyDocuments() {
    assertThat(STRICT.validate(RenderedObject.release("# nothing\n"))).isEmpty();
  }

  @Test
  void looksIntoLists() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
          - apiVersion: v1
            kind: ConfigMap
            data: {a: b}
          - apiVersion: v1
            kind: ConfigMap
            data: {a: 1}
        """;
    assertThat(only(STRICT, text).message())
        .isEqualTo("List: items[1].data.a: got number, want null or string");
    assertThat(only(STRICT, text).position().line()).isEqualTo(9);
  }

  @Test
  void knowsTheVersionsItHas() {
    assertThat(KubernetesSchemas.newest().version())
        .isEqualTo(KubernetesSchemas.versions().get(KubernetesSchemas.versions().size() - 1));
    assertThatThrownBy(() -> KubernetesSchemas.version("1.12"))
        .isInstanceOf(PintleException.class)
        .hasMessage("no schemas of Kubernetes 1.12; there are 1.30, 1.31, 1.32, 1.33, 1.34, 1.35");
  }

  private static Diagnostic only(KubernetesSchemas schemas, String text) {
    List<Diagnostic> found = schemas.validate(RenderedObject.release(text));
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
